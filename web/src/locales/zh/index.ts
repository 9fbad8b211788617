import { role } from "./role";
import { shell } from "./shell";
import { signin } from "./signin";
import { ui } from "./ui";

export const zh = { role, shell, signin, ui };
