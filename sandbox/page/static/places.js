// The left column: channels, the direct message with the bot, and its Home. On a phone it is a drawer.

import { icon, node, unseen } from "./nodes.js";
import { markFocus, returnFocus } from "./focus.js";

const nav = document.getElementById("places");
const menu = document.getElementById("menu");
const NONE = { messages: 0, mentions: 0 };

let latest = null;
let choose = null;

export function mountPlaces(onChoose) {
  choose = onChoose;
  menu.addEventListener("click", () => setDrawer(menu.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      setDrawer(false);
      menu.focus();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (isOpen() && !nav.contains(target) && !menu.contains(target)) setDrawer(false);
  });
}

export function showPlaces({ state, at, counts }) {
  const elsewhere = Object.entries(counts).filter(([place]) => place !== at);
  const unread = elsewhere.some(([, { messages }]) => messages);
  menu.querySelector(".dot").hidden = !unread;
  const likeness = JSON.stringify([state.me, state.channels, state.direct, state.bot, at, counts]);
  if (likeness === latest) return;
  latest = likeness;
  const mark = markFocus();
  nav.replaceChildren(...sections({ state, at, counts }));
  if (!mark.focused.isConnected) returnFocus(mark);
}

function sections({ state, at, counts }) {
  const entry = (place) => drawPlace({ ...place, at, me: state.me, count: counts[place.id] ?? NONE });
  const channels = state.channels.map(({ id, name, private: isPrivate }) => (
    entry({ id, name, sign: isPrivate ? "lock" : "hash" })));
  return [
    section("Channels", channels),
    section("Direct messages", [entry({ ...state.direct, sign: "person", isDirect: true })]),
    section("Apps", [entry({ id: "home", name: "App Home", sign: "home" })]),
  ];
}

function section(title, entries) {
  const id = `places-${title.replace(" ", "-").toLowerCase()}`;
  const items = entries.map((entry) => node("li", {}, entry));
  return node("section", {}, node("h2", { id }, title), node("ul", { "aria-labelledby": id }, items));
}

function drawPlace({ id, name, sign, at, me, count, isDirect = false }) {
  const go = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setDrawer(false);
    choose(id);
  };
  return node("a", {
    class: count.messages && at !== id ? "place is-unread" : "place",
    href: `?${new URLSearchParams({ as: me, at: id })}`,
    "data-at": id,
    "aria-current": at === id ? "page" : null,
    click: go,
  }, icon(sign), node("span", { class: "place-name" }, name), at === id ? null : badge(count, isDirect));
}

// In a direct message every new message calls; in a channel only a mention does.
function badge({ messages, mentions }, isDirect) {
  const calls = isDirect ? messages : mentions;
  const parts = [messages && `, ${messages} unread`, !isDirect && mentions && `, ${mentions} for you`];
  const words = parts.filter(Boolean).join("");
  return [calls ? node("span", { class: "badge", "aria-hidden": "true" }, calls) : null, words ? unseen(words) : null];
}

function isOpen() {
  return menu.getAttribute("aria-expanded") === "true";
}

function setDrawer(open) {
  if (!open && isOpen() && nav.contains(document.activeElement)) menu.focus();
  menu.setAttribute("aria-expanded", String(open));
  nav.classList.toggle("is-open", open);
}
