import { role } from "./role";
import { shell } from "./shell";
import { ui } from "./ui";

export const en = { role, shell, ui };
