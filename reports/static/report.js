"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  // Letters without their marks, so that a search for "thuy" finds "Thủy"; đ is a letter of its own that NFD leaves alone.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const rows = [...document.querySelectorAll(".mx > tbody > tr")];
  const order = new Map(rows.map((row, n) => [row, n]));
  const texts = new Map();
  const tables = [...document.querySelectorAll(".mx > tbody")];
  const state = { filter: "", sort: "" };
  let at = -1;

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, folded(row.textContent));
    return texts.get(row);
  };
  const before = (a, b) => {
    const key = state.sort;
    const more = key ? Number(b.dataset[key]) - Number(a.dataset[key]) : 0;
    return (key === "p" ? -more : more) || order.get(a) - order.get(b);
  };
  const matches = (row, words) => (!state.filter || row.dataset.k.split(" ").includes(state.filter)) && words.every((word) => textOf(row).includes(word));

  const region = document.querySelector(".region");
  // Moving rows between tables costs more than hiding them, so only a new order does it; a filtered list has one head.
  const arrange = () => {
    const size = Math.ceil(rows.length / tables.length);
    const packed = [...rows].sort(before);
    tables.forEach((body, n) => body.replaceChildren(...packed.slice(n * size, (n + 1) * size)));
  };
  const apply = () => {
    const words = folded($("q").value).split(/\s+/).filter(Boolean);
    rows.forEach((row) => { row.hidden = !matches(row, words); });
    const left = rows.filter((row) => !row.hidden).length;
    const chunks = tables.map((body) => body.closest(".chunk"));
    tables.forEach((body, n) => { chunks[n].hidden = [...body.children].every((row) => row.hidden); });
    const lead = chunks.find((chunk) => !chunk.hidden);
    chunks.forEach((chunk) => chunk.classList.toggle("lead", chunk === lead));
    region.classList.toggle("filtered", left < rows.length);
    $("count").textContent = left === rows.length ? "" : `Showing ${left} of ${rows.length}`;
    $("nothing").hidden = left > 0;
    at = -1;
  };
  const choose = (filter) => {
    state.filter = filter;
    document.querySelectorAll("[data-f]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.f === filter)));
    apply();
  };
  const reset = () => { $("q").value = ""; choose(""); };
  // A permalink leads to its row whatever is filtered.
  const reveal = () => {
    const target = $(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) { reset(); target.scrollIntoView(); }
  };
  const step = (by) => {
    const list = [...document.querySelectorAll(".mx > tbody > tr:not([hidden])")];
    if (!list.length) return;
    at = Math.min(Math.max(at + by, 0), list.length - 1);
    list[at].tabIndex = -1;
    list[at].focus({ preventScroll: true });
    list[at].scrollIntoView({ block: "center" });
  };
  const acts = {
    "/": () => $("q") && $("q").focus(),
    j: () => step(1),
    k: () => step(-1),
    "?": () => $("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, select, textarea, dialog");
    if (event.key === "Escape" && event.target === $("q")) { $("q").value = ""; apply(); return; }
    if (field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !$("keys-on").checked) return;
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  });
  if (rows.length) {
    $("tools").hidden = false;
    $("q").addEventListener("input", apply);
    $("tools").addEventListener("submit", (event) => event.preventDefault());
    $("sort").addEventListener("change", () => { state.sort = $("sort").value; arrange(); apply(); });
    document.querySelectorAll("[data-f]").forEach((button) => button.addEventListener("click", () => choose(button.dataset.f)));
    $("keys-open").addEventListener("click", acts["?"]);
    window.addEventListener("hashchange", reveal);
  }
})();
