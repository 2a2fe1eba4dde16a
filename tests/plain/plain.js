// A page without a framework, a module or rules, to compare the start with: it shows the same landing page of the demo
// organization from local storage, and opens a registry. It has no people, no log, no second language and no other page.

const DEMO = [
  ["Models", "Models of the whole organization.", "Organization", ["model"]],
  ["Datasets", "Datasets of the whole organization.", "Organization", ["dataset"]],
  ["Playground", "Try things out. Nothing here is depended upon.", "Organization", []],
  ["음성 데이터셋", "한국어 음성 인식 학습에 쓰는 녹음과 전사 자료입니다.", "Organization", ["dataset"]],
  ["Vision Checkpoints", "Training checkpoints of the vision team, kept for thirty days.", "Restricted", ["checkpoint"]],
  ["Safety_Reviews", "Red-team findings and the models that they are about.", "Restricted", ["model", "report"]],
  ["Evaluation Sets", "Frozen test sets and benchmarks. A number in a report names the version that it was measured on.", "Organization", ["dataset", "benchmark"]],
  ["Production_Models", "What serves traffic today. Only versions that passed the release review are linked here.", "Organization", ["model"]],
].map(([name, description, visibility, types], id) => ({ id, name, description, visibility, types, role: "Admin" }));

const KEY = "plain:registries";
const main = document.getElementById("main");

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function card({ id, name, description, visibility, types, role }) {
  const pills = [visibility, ...(types.length > 0 ? types : ["All types"])].map((text) => element("span", { className: "pill" }, text));
  return element(
    "li",
    { className: "card" },
    element("h3", {}, element("a", { href: `#/registry/${id}` }, name)),
    element("p", { dir: "auto" }, description),
    element("p", {}, ...pills),
    element("p", {}, `Your role: ${role}`),
  );
}

function landing(registries) {
  const core = registries.slice(0, 2);
  const custom = registries.slice(2);
  const cards = element("ul", { className: "cards" }, ...custom.map(card));
  const count = element("span", { role: "status" }, `${custom.length} registries`);
  const filter = element("input", { type: "search", placeholder: "Filter", ariaLabel: "Filter" });
  filter.addEventListener("input", () => {
    const shown = custom.filter(({ name }) => name.toLowerCase().includes(filter.value.toLowerCase()));
    cards.replaceChildren(...shown.map(card));
    count.textContent = `${shown.length} registries`;
  });
  return [
    element("h1", {}, "Registry"),
    element("h2", {}, "Core registry"),
    element("ul", { className: "cards" }, ...core.map(card)),
    element("h2", {}, "Custom registry"),
    element("p", {}, filter, " ", count),
    cards,
  ];
}

function welcome() {
  const start = element("button", { type: "button" }, "Start with the demo organization");
  start.addEventListener("click", () => {
    localStorage.setItem(KEY, JSON.stringify(DEMO));
    show();
  });
  return [element("h1", {}, "Welcome"), start];
}

function show() {
  const registries = JSON.parse(localStorage.getItem(KEY) ?? "null");
  if (!registries) return main.replaceChildren(...welcome());
  const open = registries.find(({ id }) => location.hash === `#/registry/${id}`);
  const shown = open ? [element("h1", {}, open.name), element("p", { dir: "auto" }, open.description)] : landing(registries);
  main.replaceChildren(...shown);
}

addEventListener("hashchange", show);
show();
