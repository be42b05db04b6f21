"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const stories = [...document.querySelectorAll(".stories > li")].map((item) => [item, folded(item.textContent)]);
  if (!stories.length) return;
  $("tools").hidden = false;
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  $("q").addEventListener("input", () => {
    const words = folded($("q").value).split(/\s+/).filter(Boolean);
    stories.forEach(([item, text]) => { item.hidden = !words.every((word) => text.includes(word)); });
    document.querySelectorAll(".solo").forEach((part) => { part.hidden = !part.querySelector("li:not([hidden])"); });
    const left = stories.filter(([item]) => !item.hidden).length;
    $("count").textContent = left === stories.length ? "" : $("count").dataset.m.replace("{n}", left).replace("{all}", stories.length);
    $("nothing").hidden = left > 0;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== $("q") && !event.isComposing) { event.preventDefault(); $("q").focus(); }
  });
})();
