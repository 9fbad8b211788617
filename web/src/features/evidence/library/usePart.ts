import { useQuery } from "@tanstack/react-query";

import { errorOf } from "@/api/client";

/** One part of a preview that is values, not a picture; its link says all that there is to say. */
export function usePart<Values>(href: string) {
  return useQuery({
    queryKey: ["preview", href],
    queryFn: async () => {
      const answer = await window.fetch(href);
      if (!answer.ok) throw await errorOf(answer);
      return (await answer.json()) as Values;
    },
  });
}
