import { role } from "./role";
import { shell } from "./shell";
import { signin } from "./signin";
import { ui } from "./ui";

export const en = { role, shell, signin, ui };
