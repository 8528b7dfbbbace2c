import { render } from "preact";
import "./core/styles/index.css";
import { App } from "./App.tsx";

// A page of an earlier deploy asks for a part that is gone: the new page has it. Once: it may not help.
addEventListener("vite:preloadError", () => {
  if (!navigator.onLine || sessionStorage.getItem("reloaded") === location.href) return;
  sessionStorage.setItem("reloaded", location.href);
  location.reload();
});

const place = document.getElementById("app");
if (place) render(<App />, place);
