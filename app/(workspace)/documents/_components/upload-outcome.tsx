/** @file What became of an upload, when not every file was simply taken. */
import { count } from "@/app/_components/words";
import type { UploadResult } from "@/lib/contracts/documents";

export function UploadOutcome({ result }: { result: UploadResult }) {
  const skipped = result.accepted.filter((file) => file.outcome === "skipped");
  const taken = result.accepted.length - skipped.length;
  return (
    <div className="space-y-4 text-sm">
      <p>{taken > 0 ? `${count(taken, "file")} added and being read.` : "No file was added."}</p>
      {result.failed.length > 0 && (
        <section>
          <h3 className="font-medium text-no">{count(result.failed.length, "file")} not taken</h3>
          <ul className="mt-1">
            {result.failed.map((file) => (
              <li key={file.source} className="border-t border-rule py-2">
                <p className="font-medium break-all">{file.source}</p>
                <p className="text-ink-2">{file.message}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {skipped.length > 0 && (
        <section>
          <h3 className="font-medium">{count(skipped.length, "file")} already here, skipped</h3>
          <p className="mt-1 text-ink-2">{skipped.map((file) => file.source).join(", ")}</p>
        </section>
      )}
    </div>
  );
}
