import { useParams } from "@tanstack/react-router";

/** The id of the audit whose page this is. */
export function useCaseId(): string {
  const { case: id } = useParams({ strict: false }) as { case?: string };
  if (!id) throw new Error("outside the page of an audit");
  return id;
}
