"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  // Letters without their marks, so that a search for "thuy" finds "Thủy"; đ is a letter of its own that NFD leaves alone.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const region = document.querySelector(".region");
  const tables = [...document.querySelectorAll(".mx > tbody")];
  const chunks = tables.map((body) => body.closest(".chunk"));
  const island = $("island") && window.DecompressionStream ? JSON.parse($("island").textContent) : null;
  const state = { filter: "", sort: "", words: [] };
  let at = -1;

  const told = (left, all) => {
    const written = (n) => n.toLocaleString(document.documentElement.lang);
    $("count").textContent = left === all ? "" : $("count").dataset.m.replace("{n}", written(left)).replace("{all}", written(all));
    $("nothing").hidden = left > 0;
    at = -1;
  };
  // On a phone a row is a card, and each cell of it says whose it is.
  const narrow = window.matchMedia("(max-width: 820px)");
  const label = () => {
    if (!region || !narrow.matches) return;
    const heads = [...tables[0].parentNode.tHead.rows[1].cells].map((cell) => cell.querySelector("code").textContent);
    const outlets = [...tables[0].parentNode.tHead.rows[0].cells].slice(1).flatMap((cell) => Array(cell.colSpan).fill(cell.textContent));
    document.querySelectorAll(".mx > tbody > tr:not([data-named])").forEach((row) => {
      row.dataset.named = "";
      [...row.cells].slice(1).forEach((cell, n) => { cell.dataset.s = `${heads[n]} ${outlets[n]}`; });
    });
  };
  const by = (order) => (a, b) => {
    const more = state.sort ? order(b)[state.sort] - order(a)[state.sort] : 0;
    return state.sort === "2" ? -more : more;
  };

  // All rows stand in the page.
  const whole = () => {
    const rows = tables.flatMap((body) => [...body.rows]);
    const place = new Map(rows.map((row, n) => [row, n]));
    const orders = new Map(rows.map((row) => [row, row.dataset.o.split(" ").map(Number)]));
    const texts = new Map();
    const textOf = (row) => {
      if (!texts.has(row)) texts.set(row, folded(row.textContent));
      return texts.get(row);
    };
    const matches = (row) => (!state.filter || row.dataset.k.split(" ").includes(state.filter)) && state.words.every((word) => textOf(row).includes(word));
    return {
      // Moving rows between tables costs more than hiding them, so only a new order does it; a filtered list has one head.
      arrange() {
        const size = Math.ceil(rows.length / tables.length);
        const packed = [...rows].sort((a, b) => by((row) => orders.get(row))(a, b) || place.get(a) - place.get(b));
        tables.forEach((body, n) => body.replaceChildren(...packed.slice(n * size, (n + 1) * size)));
      },
      apply() {
        rows.forEach((row) => { row.hidden = !matches(row); });
        const left = rows.filter((row) => !row.hidden).length;
        tables.forEach((body, n) => { chunks[n].hidden = [...body.rows].every((row) => row.hidden); });
        const lead = chunks.find((chunk) => !chunk.hidden);
        chunks.forEach((chunk) => chunk.classList.toggle("lead", chunk === lead));
        region.classList.toggle("filtered", left < rows.length);
        told(left, rows.length);
      },
      find: (id) => fill(id.split("-")[0]),
    };
  };

  // The page holds the first rows; the others are unpacked from the island and drawn a screenful at a time.
  const inflated = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };
  // The texts of a large report are drawn when they come near the window, or when a link leads into one.
  const fill = async (label) => {
    const body = document.querySelector(`[data-b="${CSS.escape(label)}"]`);
    if (!island || !body || body.dataset.full) return;
    body.dataset.full = "1";
    body.innerHTML = await inflated(island.texts[label]);
  };
  if (island) {
    const seen = new IntersectionObserver((found) => found.forEach((one) => { if (one.isIntersecting) fill(one.target.dataset.b); }));
    document.querySelectorAll("[data-b]").forEach((body) => seen.observe(body));
  }
  const packed = () => {
    const STEP = 50;
    const every = island.ids.map((_, n) => n);
    const kinds = island.kinds.map((kind) => kind.split(" "));
    const pieces = new Map();
    let texts = null;
    let order = every;
    let list = every;
    let shown = 0;
    let turn = 0;
    const piece = (n) => {
      if (!pieces.has(n)) pieces.set(n, inflated(island.rows[n]).then((text) => text.split("<!>")));
      return pieces.get(n);
    };
    const html = async (n) => (await piece(Math.floor(n / island.size)))[n % island.size];
    const plain = (text) => folded(text.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|#34|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'" })[name]));
    const draw = async (from, to, mine) => {
      const rows = await Promise.all(list.slice(from, to).map(html));
      if (mine !== turn) return;
      if (from === 0 || !shown) tables[0].replaceChildren();
      tables[0].insertAdjacentHTML("beforeend", rows.join(""));
      shown = Math.min(to, list.length);
      $("more").hidden = shown >= list.length;
      label();
    };
    // Folding ten thousand rows takes seconds in all, so it is done in pieces while nothing else is to do.
    const rest = () => new Promise((done) => (window.requestIdleCallback || setTimeout)(done, { timeout: 50 }));
    const prepare = async () => {
      const made = [];
      for (let n = 0; n < island.rows.length; n += 1) {
        await rest();
        for (const row of await piece(n)) made.push(plain(row));
      }
      texts = made;
      if (state.words.length) api.apply();
    };
    const api = {
      arrange() { order = [...every].sort((a, b) => by((n) => island.order[n])(a, b) || a - b); },
      async apply(first = 0) {
        turn += 1;
        if (state.words.length && !texts) { $("count").textContent = "…"; return; }
        list = order.filter((n) => (!state.filter || kinds[n].includes(state.filter)) && state.words.every((word) => texts[n].includes(word)));
        told(list.length, every.length);
        list = list.slice(first);
        shown = 0;
        if (!list.length) { tables[0].replaceChildren(); $("more").hidden = true; return; }
        await draw(0, STEP, turn);
      },
      // The place of a permalink: its row first, those after it behind it; or a passage in an article not drawn yet.
      async find(id) {
        const n = island.ids.indexOf(id);
        if (n >= 0) { reset(); await api.apply(order.indexOf(n)); return; }
        await fill(id.split("-")[0]);
      },
    };
    $("rest").hidden = true;
    $("more").hidden = false;
    $("more-rows").addEventListener("click", () => draw(shown, shown + 2 * STEP, turn));
    tables.slice(1).forEach((body) => tables[0].append(...body.rows));
    chunks.forEach((chunk, n) => { chunk.hidden = n > 0; });
    shown = tables[0].rows.length;
    window.addEventListener("load", () => setTimeout(prepare, 300));
    return api;
  };

  const shelf = region ? (island && island.rows ? packed() : whole()) : null;
  const choose = (filter) => {
    state.filter = filter;
    document.querySelectorAll("[data-f]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.f === filter)));
  };
  const search = () => {
    state.words = folded($("q").value).split(/\s+/).filter(Boolean);
    shelf.apply();
  };
  const reset = () => { $("q").value = ""; state.words = []; choose(""); };
  // A permalink leads to its row whatever is filtered.
  const reveal = async () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || !shelf) return;
    if (!$(id)) await shelf.find(id);
    else if ($(id).hidden) { reset(); shelf.apply(); }
    else return;
    if ($(id)) $(id).scrollIntoView();
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
    if (event.key === "Escape" && event.target === $("q")) { $("q").value = ""; search(); return; }
    if (field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !$("keys-on").checked) return;
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  });
  if (shelf) {
    $("tools").hidden = false;
    $("q").addEventListener("input", search);
    $("tools").addEventListener("submit", (event) => event.preventDefault());
    $("sort").addEventListener("change", () => { state.sort = $("sort").value; shelf.arrange(); shelf.apply(); });
    document.querySelectorAll("[data-f]").forEach((button) => button.addEventListener("click", () => { choose(button.dataset.f); shelf.apply(); }));
    $("keys-open").addEventListener("click", acts["?"]);
    window.addEventListener("hashchange", reveal);
    narrow.addEventListener("change", label);
    label();
    reveal();
  }
})();
