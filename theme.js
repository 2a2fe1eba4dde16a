// Sets theme, language and size of type before the first paint, and tells a first visit from later ones. The program reads the
// same values later. This is a classic script, since the page may be painted before a module runs; and a file, since the page's
// policy allows no inline script.
{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const apply = (preferences) => {
    if (preferences?.theme === "light" || preferences?.theme === "dark") root.dataset.theme = preferences.theme;
    if (asked.get("type") === "large") root.dataset.type = "large";
    root.lang = [asked.get("lang"), preferences?.language, ...(navigator.languages ?? [])]
      .map((language) => String(language ?? "").split("-")[0].toLowerCase())
      .find((language) => language === "ko" || language === "en") ?? "en";
  };
  const applyStored = () => {
    let preferences = null;
    try {
      // The frame shows the text of the welcome page then. A file can have an organization of its own.
      const pointer = `registrar:current:${location.pathname.replace(/index\.html$/, "")}`;
      const isPlain = location.protocol !== "file:" && /^(#\/?)?$/.test(location.hash) && !asked.has("demo") && !asked.has("scenario");
      if (isPlain && localStorage.getItem(pointer) === null) root.dataset.visit = "first";
      preferences = JSON.parse(localStorage.getItem("registrar:prefs"));
    } catch {
      // Storage is blocked, or the value is damaged: the page follows the system and the browser.
    }
    apply(preferences);
  };
  if (location.protocol === "file:") {
    // Chromium finds the storage of a file empty, for as long as the page lives, if a script asks for it before the browser's main
    // process knows of the page. An answer that needs this process can only come once it does. The program waits for it as well.
    apply(null);
    const known = navigator.permissions?.query({ name: "persistent-storage" }) ?? Promise.resolve();
    globalThis.registrarStorage = known.catch(() => {}).then(applyStored);
  } else {
    applyStored();
  }
}
