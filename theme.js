// Sets theme, language and size of type before the first paint. The program reads the same preferences later. This is a
// classic script, since the page may be painted before a module runs; and a file, since the page's policy allows no inline
// script.
{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  let preferences = null;
  try {
    preferences = JSON.parse(localStorage.getItem("registrar:prefs"));
  } catch {
    // Storage is blocked, or the value is damaged: the page follows the system and the browser.
  }
  if (preferences?.theme === "light" || preferences?.theme === "dark") root.dataset.theme = preferences.theme;
  if (asked.get("type") === "large") root.dataset.type = "large";
  root.lang = [asked.get("lang"), preferences?.language, ...(navigator.languages ?? [])]
    .map((language) => String(language ?? "").split("-")[0].toLowerCase())
    .find((language) => language === "ko" || language === "en") ?? "en";
}
