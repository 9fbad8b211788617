import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form, Input } from "antd";
import { describe, expect, test } from "vitest";

import { ApiError } from "@/lib/errors";
import { show } from "../../tests/render";
import { FormDrawer } from "./FormDrawer";
import { useSubmit } from "./useSubmit";

interface Values {
  email: string;
}

interface SampleProps {
  save: (values: Values) => Promise<unknown>;
  onClose?: () => void;
}

function Sample({ save, onClose = () => undefined }: SampleProps) {
  const [form] = Form.useForm<Values>();
  const { submit, busy, error } = useSubmit<Values>({ form, save, onSaved: onClose });
  return (
    <FormDrawer<Values>
      open
      title="邀请人员"
      form={form}
      initial={{ email: "" }}
      submitLabel="发送邀请"
      labels={{ email: "电子邮箱" }}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="email" label="电子邮箱">
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}

const DUPLICATE = new ApiError(422, "invalid_input", "有 1 项填写有误。", {
  email: "此邮箱已有帐号。",
});

describe("a form beside its list", () => {
  test("sends what was entered and closes", async () => {
    const saved: Values[] = [];
    let closed = 0;
    await show(
      <Sample save={async (values) => saved.push(values)} onClose={() => (closed += 1)} />,
    );
    await userEvent.type(screen.getByRole("textbox", { name: "电子邮箱" }), "a@b.cn");
    await userEvent.click(screen.getByRole("button", { name: "发送邀请" }));
    await waitFor(() => expect(closed).toBe(1));
    expect(saved).toEqual([{ email: "a@b.cn" }]);
  });

  test("keeps every input on a refusal and says what is wrong, twice: as a whole and at the field", async () => {
    await show(<Sample save={() => Promise.reject(DUPLICATE)} />);
    const input = screen.getByRole<HTMLInputElement>("textbox", { name: "电子邮箱" });
    await userEvent.type(input, "a@b.cn");
    await userEvent.click(screen.getByRole("button", { name: "发送邀请" }));
    await waitFor(() => expect(screen.getAllByText(/此邮箱已有帐号。/)).toHaveLength(2));
    expect(screen.getByRole("alert").textContent).toContain("电子邮箱：此邮箱已有帐号。");
    expect(input.value).toBe("a@b.cn");
  });

  test("asks before it throws away what was entered", async () => {
    let closed = 0;
    await show(<Sample save={async () => undefined} onClose={() => (closed += 1)} />);
    await userEvent.type(screen.getByRole("textbox", { name: "电子邮箱" }), "a");
    await userEvent.click(screen.getByRole("button", { name: "取消" }));
    expect(closed).toBe(0);
    await userEvent.click(await screen.findByRole("button", { name: "放弃修改" }));
    expect(closed).toBe(1);
  });
});
