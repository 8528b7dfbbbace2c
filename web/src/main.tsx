import { render } from "preact";
import "./core/styles/index.css";
import { App } from "./App.tsx";

// A page of an earlier deploy asks for a part that is gone: the new page has it.
addEventListener("vite:preloadError", () => location.reload());

const place = document.getElementById("app");
if (place) render(<App />, place);
