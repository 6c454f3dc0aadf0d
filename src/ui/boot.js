// Runs beside the program: when that has stopped, the reader is told and keeps the text.
const stopped = (fault) => {
  if (fault?.name !== "RuntimeError" || document.querySelector(".stopped")) return;
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
// What other apps share with the installed page comes by this worker; an ordinary visit has none, and asks for nothing more.
const listen = () => void navigator.serviceWorker?.register("share-target.js").catch(() => {});
if (matchMedia("(display-mode: standalone)").matches) listen();
addEventListener("appinstalled", listen);
