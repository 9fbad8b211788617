import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { offerUndo } from "@/ui/undo";
import { useRun } from "@/ui/useRun";
import { useCase, useRefresh } from "../cases/useCase";
import type { Person } from "./lanes";
import type { Board, Item } from "./types";
import type { Span } from "./times";

/** One version of the plan: the draft, else the newest, or the one asked for. */
export function useBoard(number?: number): Board {
  const { id } = useCase();
  const query = number === undefined ? {} : { number };
  const params = { path: { case_id: id }, query };
  return api.useSuspenseQuery("get", "/api/programme/cases/{case_id}/plan", { params }).data;
}

/** Whether the reader edits this plan now: the right, an open audit, and a draft. */
export function useMayEdit(board: Board): boolean {
  const can = useCan();
  const { is_closed } = useCase();
  return can("plan", "U") && !is_closed && board.plan?.state === "draft";
}

export function usePeople(): Person[] {
  const { t } = useTranslation();
  const { team } = useCase();
  return team.map(({ id, name, role }) => ({
    id,
    name,
    note: role === "LA" ? t("plan.leads") : role === "TE" ? t("plan.expert") : "",
  }));
}

/** Sends something, shows why not, and reads everything again. */
export function useAction() {
  const { run, ...state } = useRun(useRefresh());
  return { run: (send: () => Promise<unknown>) => run(send()), ...state };
}

const change = (id: string, version: number, span: Span) =>
  client.PATCH("/api/programme/cases/plan/items/{item_id}", {
    params: { path: { item_id: id } },
    body: { version, ...span },
  });

/** Moves an item, and for ten seconds back again. */
export function useMove(run: ReturnType<typeof useAction>["run"]) {
  const { t } = useTranslation();
  return (item: Item, span: Span) =>
    run(async () => {
      const { data } = await change(item.id, item.version, span);
      const { local_start, local_end } = item;
      offerUndo(t("plan.moved", { title: item.title }), () => {
        void run(() => change(item.id, data?.version ?? 0, { local_start, local_end }));
      });
    });
}

/** Takes an item out of the draft, and for ten seconds brings it back as the same line. */
export function useRemove(run: ReturnType<typeof useAction>["run"]) {
  const { t } = useTranslation();
  const { id } = useCase();
  return (item: Item) =>
    run(async () => {
      await client.POST("/api/programme/cases/plan/items/{item_id}/remove", {
        params: { path: { item_id: item.id } },
        body: { version: item.version },
      });
      offerUndo(t("plan.removed", { title: item.title }), () => {
        void run(() =>
          client.POST("/api/programme/cases/{case_id}/plan/items", {
            params: { path: { case_id: id } },
            body: bodyOf(item),
          }),
        );
      });
    });
}

function bodyOf(item: Item) {
  const { id: _, version: __, starts_at: ___, ends_at: ____, site: _____, kind, ...rest } = item;
  return { ...rest, kind: kind as "work" };
}
