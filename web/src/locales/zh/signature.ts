export const signature = {
  method: "签署方式",
  draw: "手写",
  type: "键入姓名",
  name: "签署人姓名",
  sheet: "手写签名区",
  hint: "用手指、触控笔或鼠标在上方签名；使用键盘时请选“键入姓名”。",
  clear: "清除",
  of: "{{name}}的签名",
};
