// The small question that some buttons ask first.

import { node, uniqueId } from "./nodes.js";
import { drawText, plainWords } from "./mrkdwn.js";

export function confirmed(question, names) {
  const before = document.activeElement;
  const titleId = uniqueId("confirm");
  return new Promise((settle) => {
    const answer = (value) => () => dialog.close(value);
    const dialog = node("dialog", { class: "confirm", "aria-modal": "true", "aria-labelledby": titleId },
      node("h2", { id: titleId }, plainWords(question.title, names)),
      node("div", { class: "words" }, drawText(question.text, names)),
      node("div", { class: "buttons" },
        node("button", { type: "button", class: "button button-default", click: answer("") }, plainWords(question.deny, names)),
        node("button", {
          type: "button", class: `button button-${question.style === "danger" ? "danger" : "primary"}`, click: answer("yes"),
        }, plainWords(question.confirm, names))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus();
      settle(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
