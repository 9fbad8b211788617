import type { ReactNode, SVGProps } from "react";

/** Our own line icons, 16×16, stroke 1.7; drawn beside words, so hidden from screen readers. */
const SHAPES = {
  blank: null,
  home: <path d="M2.5 7.5 8 2.8l5.5 4.7M4 6.4v6.8h8V6.4" />,
  inbox: <path d="M2.5 9.5 4.5 3h7l2 6.5v3.7h-11zM2.5 9.5h3.3l.9 1.8h2.6l.9-1.8h3.3" />,
  audit: <path d="M4 2.8h8v10.7H4zM6.2 1.8h3.6v2H6.2zM6.2 9.2l1.4 1.4 2.4-2.8M6.2 6.2h3.6" />,
  people: (
    <path d="M6 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8M1.8 13.2c.2-2.4 2-3.7 4.2-3.7s4 1.3 4.2 3.7M10.4 3a2.3 2.3 0 0 1 0 4.4M11.8 9.8c1.4.5 2.3 1.7 2.4 3.4" />
  ),
  organisation: (
    <path d="M3 13.5v-11h6v11M9 6h4v7.5M1.8 13.5h12.4M5.2 5h1.6M5.2 7.7h1.6M5.2 10.4h1.6" />
  ),
  site: (
    <path d="M8 14c3-3.6 4.5-6.1 4.5-7.8a4.5 4.5 0 0 0-9 0C3.5 7.9 5 10.4 8 14M8 7.8a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4" />
  ),
  calendar: <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.3v3M10.5 2.3v3" />,
  journal: (
    <path d="M4 2.5h8.5v11H4a1.2 1.2 0 0 1-1.2-1.2V3.7A1.2 1.2 0 0 1 4 2.5M5.5 2.5v11M8 5.5h2.5M8 8h2.5" />
  ),
  rules: <path d="M8 2.2v11.3M4.5 13.5h7M3 4.5h10M3 4.5l-1.5 4h3L3 4.5M13 4.5l-1.5 4h3l-1.5-4" />,
  jobs: (
    <path d="M8 2.2v2M8 11.8v2M2.2 8h2M11.8 8h2M3.9 3.9l1.4 1.4M10.7 10.7l1.4 1.4M3.9 12.1l1.4-1.4M10.7 5.3l1.4-1.4" />
  ),
  settings: (
    <path d="M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.8 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4M6.2 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4" />
  ),
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.5 10.5 14 14" />,
  menu: <path d="M2.5 4.2h11M2.5 8h11M2.5 11.8h11" />,
  close: <path d="m3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4" />,
  check: <path d="m2.8 8.6 3.4 3.3 7-7.6" />,
  warning: <path d="M8 2.3 14.2 13H1.8L8 2.3M8 6.4v3M8 11.2v.1" />,
  info: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.4v3.4M8 5.2v.1" />,
  minus: <path d="M3 8h10" />,
  rotate: <path d="M12.6 5.2A5.3 5.3 0 1 0 13.3 8M13.2 2.4v3h-3" />,
  fit: <path d="M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3" />,
  back: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  download: <path d="M8 2.5v7.3M4.8 6.8 8 10l3.2-3.2M2.8 13.2h10.4" />,
  upload: <path d="M8 10V2.7M4.8 5.7 8 2.5l3.2 3.2M2.8 13.2h10.4" />,
  chevron: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  down: <path d="M3.5 6 8 10.5 12.5 6" />,
  key: <path d="M5.2 13a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M7.1 8.4 13 2.5M10.4 5.1l2 2" />,
  shield: (
    <path d="M8 2 3 3.8v3.6c0 3.2 2 5.5 5 6.6 3-1.1 5-3.4 5-6.6V3.8L8 2M5.7 8l1.7 1.7 3-3.2" />
  ),
  device: <path d="M2.5 3.2h11v7.3h-11zM6 13.2h4M8 10.5v2.7" />,
  signOut: <path d="M9.5 2.8h-6v10.4h6M6.5 8h7M11 5.3 13.7 8 11 10.7" />,
  user: (
    <path d="M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8M3 13.6c.3-2.7 2.3-4.2 5-4.2s4.7 1.5 5 4.2" />
  ),
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.8V8l2.2 1.5" />,
  offline: (
    <path d="M1.8 6.2a9.6 9.6 0 0 1 3-2M14.2 6.2a9.6 9.6 0 0 0-6-2.7M4.2 9a5.9 5.9 0 0 1 2.6-1.5M11.8 9a6 6 0 0 0-1.3-.9M8 12.3v.1M2.5 2.2l11 11.6" />
  ),
  refresh: <path d="M13.3 8A5.3 5.3 0 1 1 11.5 4M13.4 2.4v3h-3" />,
  sun: (
    <path d="M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8" />
  ),
  moon: <path d="M13.4 9.7A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 7.1 7.1" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  phone: <path d="M4.8 1.8h6.4v12.4H4.8zM7.4 12h1.2" />,
  edit: <path d="M2.8 13.2 3.4 10 10.8 2.6l2.6 2.6L6 12.6l-3.2.6" />,
  filter: <path d="M2.3 3h11.4L9.4 8.2v4.6l-2.8-1.3V8.2L2.3 3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

export function Icon({
  name,
  size = 16,
  ...rest
}: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable={false}
      {...rest}
    >
      {SHAPES[name]}
    </svg>
  );
}

export function Logo({ size = 22 }: { size?: number }) {
  const ring = { cx: 11, cy: 11, r: 8, fill: "none", strokeWidth: 6 };
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden focusable={false}>
      <circle {...ring} stroke="var(--logo-light)" />
      <circle
        {...ring}
        stroke="var(--logo-dark)"
        strokeDasharray="35.2 50.3"
        transform="rotate(-90 11 11)"
      />
    </svg>
  );
}
