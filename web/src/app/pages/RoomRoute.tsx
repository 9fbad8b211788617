import { LibraryPart } from "@/features/evidence/library/LibraryPart";
import { RequestsPart } from "@/features/evidence/requests/RequestsPart";
import { RecordTab } from "@/features/records/RecordTab";
import { RoomPage } from "@/features/rooms/RoomPage";

const PANES = [
  { name: "evidence", object: "evidence", content: <LibraryPart /> },
  { name: "requests", object: "evidence", content: <RequestsPart /> },
  { name: "record", object: "records", content: <RecordTab /> },
] as const;

export function RoomRoute() {
  return <RoomPage panes={PANES} />;
}
