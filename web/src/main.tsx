import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Providers } from "@/app/Providers";
import { router } from "@/app/router";
import { giveStylesTheNonce } from "@/lib/csp";
import { startI18n } from "@/lib/i18n";
import "@/ui/base.css";

giveStylesTheNonce();
await startI18n();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
