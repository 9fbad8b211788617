import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import "@/ui/tokens.css";
import { PhoneApp } from "./PhoneApp";
import "./phone.css";

const root = document.getElementById("root");
if (!root) throw new Error("phone.html has no #root");
createRoot(root).render(
  <StrictMode>
    <PhoneApp />
  </StrictMode>,
);
