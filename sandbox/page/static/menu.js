// A small menu that opens from a button: the lines of an overflow menu, and shortcuts.

import { icon, node, unseen } from "./nodes.js";

export function drawMenu({ label, sign, lines }) {
  const opener = node("summary", { class: "button button-quiet menu-opener" }, icon(sign), unseen(label));
  const close = () => {
    if (menu.contains(document.activeElement)) opener.focus();
    menu.open = false;
  };
  const menu = node("details", {
    class: "small-menu",
    keydown: (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      event.preventDefault();
      close();
    },
    focusout: ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false; },
  }, opener, node("ul", {}, lines.map(({ words, more, choose }) => node("li", {}, node("button", {
    type: "button",
    click: () => {
      close();
      choose(opener);
    },
  }, words, more && node("span", { class: "more" }, more))))));
  return menu;
}

// A click elsewhere closes whatever is open.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.small-menu[open]")) if (!menu.contains(target)) menu.open = false;
});
