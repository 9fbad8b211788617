import { daysUntil } from "@/lib/instant";

/** How urgent something is, and how to say when it is due. */
export type Due =
  | { is: "overdue"; days: number }
  | { is: "today" }
  | { is: "tomorrow" }
  | { is: "later"; date: string }
  | { is: "open" };

export function dueOf(due: string | null | undefined, today: string): Due {
  if (!due) return { is: "open" };
  const days = daysUntil(due, today);
  if (days < 0) return { is: "overdue", days: -days };
  if (days === 0) return { is: "today" };
  return days === 1 ? { is: "tomorrow" } : { is: "later", date: due };
}
