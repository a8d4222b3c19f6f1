"use strict";
(() => {
  const page = document.querySelector(".page");
  const items = [...page.querySelectorAll("#rules [data-rules], #changes [data-rules]")];
  const tools = page.querySelector(".tools");
  const rule = page.querySelector("#filter-rule");
  const text = page.querySelector("#filter-text");
  const sort = page.querySelector("#sort");
  const none = page.querySelector("#no-match");

  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let found = 0;
    for (const item of items) {
      const fits = (!rule.value || item.dataset.rules.split(" ").includes(rule.value))
        && (!wanted || item.textContent.toLowerCase().includes(wanted));
      item.hidden = !fits;
      found += fits;
    }
    none.hidden = found > 0;
  };

  const order = () => {
    const byRule = sort.value === "rule";
    for (const list of page.querySelectorAll("[data-sorted]")) {
      [...list.children]
        .map((item, place) => [item, Number(item.dataset.place ??= place)])
        .sort(([a, i], [b, j]) => (byRule && a.dataset.rules.localeCompare(b.dataset.rules)) || i - j)
        .forEach(([item]) => list.append(item));
    }
  };

  if (tools && rule && items.length) {
    tools.hidden = false;
    tools.addEventListener("submit", (event) => event.preventDefault());
    rule.addEventListener("change", filter);
    text.addEventListener("input", filter);
    sort.addEventListener("change", order);
    for (const link of page.querySelectorAll("#rules a[data-filter]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        rule.value = rule.value === link.dataset.filter ? "" : link.dataset.filter;
        filter();
        tools.scrollIntoView({ block: "start" });
      });
    }
    filter();
  }

  const languages = document.querySelectorAll("input[name=language]");
  const speak = () => {
    document.documentElement.lang = [...languages].find((choice) => choice.checked).id;
  };
  languages.forEach((choice) => choice.addEventListener("change", speak));
  speak();
})();
