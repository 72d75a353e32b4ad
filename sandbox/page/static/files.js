// Files of a message: a picture with its description, anything else to be saved.

import { node } from "./nodes.js";

export function drawFiles(files) {
  return (files ?? []).map((file) => file.mode === "tombstone" ? node("p", { class: "more" }, "This file was deleted.") : node("figure", { class: "file" },
    file.mimetype.startsWith("image/")
      && node("img", { src: `/files/${file.id}`, alt: file.alt_txt ?? "A picture without a description", loading: "lazy" }),
    node("figcaption", {},
      node("a", { href: `/files/${file.id}`, download: file.name }, file.title),
      node("span", { class: "more" }, ` ${file.name}, ${sizeWords(file.size)}`),
      node("span", { class: "more file-alt" }, file.alt_txt ? `Description: ${file.alt_txt}` : "No description"))));
}

function sizeWords(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}
