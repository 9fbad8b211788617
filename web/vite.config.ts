/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const backend = process.env.MINGJIAN_BACKEND ?? "http://localhost:8000";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": here("./src") } },
  // The server replaces this placeholder with a fresh nonce in every page it renders.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    // An inlined asset would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { desk: here("./index.html"), phone: here("./phone.html") } },
  },
  server: {
    port: 5173,
    proxy: {
      "/api": backend,
      "/_allauth": backend,
      "/ws": { target: backend, ws: true },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["{src,phone,tests}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    setupFiles: ["./tests/setup.ts"],
  },
});
