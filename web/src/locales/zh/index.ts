import { role } from "./role";
import { shell } from "./shell";
import { ui } from "./ui";

export const zh = { role, shell, ui };
