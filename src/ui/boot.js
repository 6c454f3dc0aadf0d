// Runs beside the program: when that has stopped, the reader is told and keeps the text.
const stopped = (fault) => {
  if (!(fault instanceof WebAssembly.RuntimeError) || document.querySelector(".stopped")) return;
  const notice = document.createElement("section");
  const words = document.createElement("p");
  const text = document.createElement("textarea");
  notice.className = "stopped";
  notice.setAttribute("role", "alert");
  words.textContent = "Sorry: the program has stopped because of an error in it. Here is your text to copy; a reload starts the program again.";
  text.value = document.querySelector("#text")?.value ?? "";
  text.readOnly = true;
  text.rows = 8;
  text.setAttribute("aria-label", "Your text");
  notice.append(words, text);
  document.body.prepend(notice);
  scrollTo(0, 0);
};
addEventListener("error", ({ error }) => stopped(error));
addEventListener("unhandledrejection", ({ reason }) => stopped(reason));
// What other apps share comes by this worker. Where there is none, nothing else is missing.
if (location.protocol !== "file:") navigator.serviceWorker?.register("share-target.js").catch(() => {});
