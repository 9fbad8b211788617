import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { ApiError } from "@/lib/errors";
import { show } from "../../tests/render";
import { DataTable } from "./DataTable";
import { useTableState } from "./tableState";

interface Row {
  id: string;
  name: string;
}

const ROWS: Row[] = [
  { id: "1", name: "陈静" },
  { id: "2", name: "王磊" },
];

interface ListProps {
  answer?: { items: Row[]; total: number };
  error?: unknown;
  retry?: () => void;
  onOpen?: (row: Row) => void;
}

function List({ answer, error = null, retry = () => undefined, onOpen }: ListProps) {
  const state = useTableState("name");
  return (
    <DataTable<Row>
      label="人员"
      columns={[{ key: "name", title: "姓名", sortable: true, render: (row) => row.name }]}
      state={state}
      answer={answer}
      error={error}
      retry={retry}
      rowKey={(row) => row.id}
      searchPlaceholder="按姓名搜索"
      empty={<p>还没有人员</p>}
      {...(onOpen ? { onOpen } : {})}
    />
  );
}

describe("a list of the server", () => {
  test("shows its rows and how many there are", async () => {
    await show(<List answer={{ items: ROWS, total: 2 }} />);
    expect(screen.getByText("王磊")).toBeTruthy();
    expect(screen.getByText("共 2 条")).toBeTruthy();
  });

  test("opens a row by its first column", async () => {
    const opened: string[] = [];
    await show(<List answer={{ items: ROWS, total: 2 }} onOpen={(row) => opened.push(row.id)} />);
    await userEvent.click(screen.getByRole("button", { name: "王磊" }));
    expect(opened).toEqual(["2"]);
  });

  test("says what to do when there is nothing, but not when a search found nothing", async () => {
    const nothing = { items: [], total: 0 };
    const { unmount } = await show(<List answer={nothing} />);
    expect(screen.getByText("还没有人员")).toBeTruthy();
    unmount();
    await show(<List answer={nothing} />, "/?search=x");
    expect(screen.queryByText("还没有人员")).toBeNull();
    expect(screen.getByText("没有符合条件的内容。")).toBeTruthy();
  });

  test("writes the search into the address and starts at the first page", async () => {
    const { router } = await show(<List answer={{ items: ROWS, total: 60 }} />, "/?page=2");
    await userEvent.type(screen.getByRole("textbox", { name: "按姓名搜索" }), "陈");
    await waitFor(() => expect(router.state.location.search).toEqual({ search: "陈" }));
  });

  test("a failed answer is a sentence with a way to try again", async () => {
    let retried = 0;
    const error = new ApiError(0, "no_answer", "连接不到服务器。");
    await show(<List error={error} retry={() => (retried += 1)} />);
    expect(screen.getByRole("alert").textContent).toContain("连接不到服务器。");
    await userEvent.click(screen.getByRole("button", { name: "重试" }));
    expect(retried).toBe(1);
  });
});
