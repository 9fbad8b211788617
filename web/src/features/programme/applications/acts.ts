import { client } from "@/api/client";
import { saveAs } from "@/lib/download";
import { ApiError, NO_ANSWER } from "@/lib/errors";
import type { Acts, Application } from "./types";

/** The row of an answer; the client has thrown on anything else. */
function rowOf({ data }: { data?: Application }): Application {
  if (!data) throw new ApiError(NO_ANSWER, "no_answer", "");
  return data;
}

/** What a signed-in member does to one application. */
export function actsOf(id: string): Acts {
  const params = { path: { application_id: id } };
  const path = "/api/programme/applications/{application_id}";
  return {
    save: async (version, form) =>
      rowOf(await client.PATCH(path, { params, body: { version, form } })),
    submit: async (version) =>
      rowOf(await client.POST(`${path}/submit`, { params, body: { version } })),
    answer: async (text) => rowOf(await client.POST(`${path}/answer`, { params, body: { text } })),
    sign: async (signature) =>
      rowOf(await client.POST(`${path}/contract/sign`, { params, body: signature })),
    download: (kind) => {
      window.location.assign(`/api/programme/applications/${id}/contract/file?kind=${kind}`);
    },
  };
}

/** What whoever holds the secret link does to its application. */
export function actsByLink(token: string): Acts {
  const path = "/api/programme/apply";
  return {
    save: async (version, form) =>
      rowOf(await client.POST(`${path}/save`, { body: { token, version, form } })),
    submit: async (version) =>
      rowOf(await client.POST(`${path}/submit`, { body: { token, version } })),
    answer: async (text) => rowOf(await client.POST(`${path}/answer`, { body: { token, text } })),
    sign: async (signature) =>
      rowOf(await client.POST(`${path}/sign`, { body: { token, signature } })),
    download: (kind) => void fetched(token, kind),
  };
}

/** By POST, for the token belongs into no address; then handed to the browser to be kept. */
async function fetched(token: string, kind: "pdf" | "docx"): Promise<void> {
  const { data } = await client.POST("/api/programme/apply/document", {
    body: { token, kind },
    parseAs: "blob",
  });
  saveAs(data as unknown as Blob, `contract.${kind}`);
}
