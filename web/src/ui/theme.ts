import { theme as antd, type ThemeConfig } from "antd";

import type { Density } from "@/lib/preferences";

const FONT =
  '"PingFang SC","Microsoft YaHei","HarmonyOS Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

/** Ant Design's greys fail WCAG contrast; these do not. */
const LIGHT = {
  colorPrimary: "#1f4e8c",
  colorPrimaryHover: "#2a62ac",
  colorInfo: "#1f4e8c",
  colorLink: "#2563b0",
  colorSuccess: "#15803d",
  colorWarning: "#b45309",
  colorError: "#b91c1c",
  colorText: "#1b2330",
  colorTextSecondary: "#4b5563",
  colorTextTertiary: "#5f6977",
  colorTextDescription: "#5f6977",
  colorTextPlaceholder: "#6b7280",
  colorBorder: "#cfd8e3",
  colorBorderSecondary: "#e3e8ef",
  colorBgLayout: "#f5f7fa",
};

const DARK = {
  colorPrimary: "#2f6fc1",
  colorPrimaryHover: "#2763b0",
  colorInfo: "#2f6fc1",
  colorLink: "#8dbbf0",
  colorLinkHover: "#b3d3f7",
  colorSuccess: "#4fbf78",
  colorWarning: "#e0a04a",
  /** Ant Design darkens it by a seventh; what comes of it must still be readable as text. */
  colorError: "#ff8f88",
  colorText: "#e7ecf3",
  colorTextSecondary: "#bcc6d3",
  colorTextTertiary: "#98a4b3",
  colorTextDescription: "#98a4b3",
  colorTextPlaceholder: "#8b98a8",
  colorBorder: "#3a495c",
  colorBorderSecondary: "#263343",
  colorBgLayout: "#0e151e",
  colorBgContainer: "#151f2b",
  colorBgElevated: "#1a2533",
};

export function antdTheme(dark: boolean, density: Density): ThemeConfig {
  const compact = density === "compact";
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { key: "mingjian" },
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: 14,
      fontSizeSM: 12,
      controlHeight: compact ? 32 : 40,
      borderRadius: 6,
      borderRadiusLG: 8,
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: "transparent",
        headerColor: dark ? "#98a4b3" : "#5f6977",
        headerSplitColor: "transparent",
        headerSortActiveBg: "transparent",
        headerSortHoverBg: "transparent",
        bodySortBg: "transparent",
        cellPaddingBlockSM: compact ? 6 : 12,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: 14,
      },
      Select: { multipleItemColorDisabled: dark ? "#bcc6d3" : "#4b5563" },
      Form: { itemMarginBottom: compact ? 16 : 24, verticalLabelPadding: "0 0 4px" },
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        ...(dark ? { dangerColor: "#1b0f10" } : {}),
      },
      Modal: { titleFontSize: 16 },
      Drawer: { paddingLG: 20 },
    },
  };
}
