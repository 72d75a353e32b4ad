// The bot's Home for the chosen person. It is drawn again only when its hash changes, and keeps what was typed.

import { node, whileBusy } from "./nodes.js";
import { drawForm, typedSoFar } from "./form.js";
import { markFocus, returnFocus } from "./focus.js";

export function newHome({ label, press }) {
  const element = node("section", { class: "home", "aria-label": label, tabindex: "0" });
  let drawn = null;
  const show = (view, names) => {
    const hash = view ? `${view.id} ${view.hash}` : null;
    if (drawn && drawn.hash === hash) return;
    const mark = markFocus();
    const form = view && drawForm(view, {
      names,
      typed: typedSoFar(view, drawn?.form),
      press: ({ control, ...what }) => whileBusy(control, () => press(what)),
    });
    drawn = { hash, form };
    element.replaceChildren(form ? form.body : node("p", { class: "welcome" }, "Nothing has been published here yet."));
    if (!mark.focused.isConnected) returnFocus(mark);
  };
  return { element, show };
}
