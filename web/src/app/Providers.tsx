import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useLayoutEffect, useMemo } from "react";

import { queries } from "@/api/queries";
import { nonce } from "@/lib/csp";
import { useDark, useDensity, useLanguage } from "@/lib/preferences";
import { antdTheme } from "@/ui/theme";

/** Server state, theme and language for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  const dark = useDark();
  const density = useDensity();
  const language = useLanguage();
  const theme = useMemo(() => antdTheme(dark, density), [dark, density]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={theme}
        locale={language === "en" ? enUS : zhCN}
        csp={nonce ? { nonce } : undefined}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
