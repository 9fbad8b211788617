import type { Answers, Item, Place, Questionnaire } from "./types";

/** Each part of the answers in one line: what two browsers have typed can then be compared. */
export function tell(
  answers: Answers,
  asked: Questionnaire,
  places: readonly Place[],
): Record<string, string> {
  const word = (items: readonly { code: string; words: string }[], code: string) =>
    items.find((item) => item.code === code)?.words ?? code;
  const place = (id: string) => places.find((each) => each.id === id)?.name ?? "";
  const where = (row: { site: string; scene: string }) =>
    join(" · ", place(row.site), word(asked.scenes, row.scene));
  const sites = places.map(({ id }) => {
    const { devices = {}, network } = answers.sites[id] ?? {};
    const there = Object.entries(devices).map(([code, { count, remark }]) =>
      join(" ", code, `×${count ?? 1}`, remark),
    );
    const kind = network?.kind ? word(asked.networks as Item[], network.kind) : "";
    const speeds = [network?.down_mbps, network?.up_mbps]
      .filter((each) => typeof each === "number")
      .join("/");
    return [`site:${id}`, join("，", ...there, kind, speeds, network?.remark)];
  });
  return {
    ...(Object.fromEntries(sites) as Record<string, string>),
    people: lines(
      Object.entries(answers.people).map(([code, { has, name, phone }]) =>
        typeof has !== "boolean" ? "" : join(" ", code, has ? "✓" : "✗", name, phone),
      ),
    ),
    secure_areas: lines(
      answers.secure_areas.areas.map((row) => join("，", where(row), row.what, row.alternative)),
    ),
    noise: lines(
      answers.noise.map((row) =>
        join("，", where(row), word(asked.levels, row.level), row.dba?.toString(), row.plan),
      ),
    ),
    meeting_tool: answers.meeting_tool.name,
    willingness: join(
      "：",
      word(asked.willingness, answers.willingness.answer),
      answers.willingness.ground,
    ),
  };
}

const join = (by: string, ...parts: (string | undefined)[]) => parts.filter(Boolean).join(by);
const lines = (parts: string[]) => parts.filter(Boolean).join("；");
