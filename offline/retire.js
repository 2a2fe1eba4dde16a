// The worker of a site without a worker. A browser that has an earlier one replaces it by this one, which removes the kept
// files and then itself, so that the site comes from the network again. Stored organizations are not touched.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const scope = self.registration.scope;
  const clear = async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith("registrar-") && name.endsWith(`-${scope}`));
    await Promise.all(own.map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(clear());
});
