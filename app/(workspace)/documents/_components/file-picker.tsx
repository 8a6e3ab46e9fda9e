/** @file The files about to be added: pick more, take one away. Dropping works on the whole page. */
"use client";

import { Upload, X } from "lucide-react";
import { useId } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { IconButton } from "@/app/_components/ui/button";
import { ADDING } from "./words";

interface FilePickerProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

const ACCEPTED = ".md,.markdown,.txt,.html,.htm,.pdf,.docx,.csv,.zip,.png,.jpg,.jpeg,.tif,.tiff";

export function FilePicker({ files, onChange }: FilePickerProps) {
  const words = useWords(ADDING);
  const formats = useFormats();
  const id = useId();
  return (
    <div>
      <label
        htmlFor={id}
        className="flex items-center justify-center gap-2.5 rounded-lg border border-dashed border-rule-2 bg-desk px-4 py-5 text-sm text-ink-2 hover:border-ink-3 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
      >
        <Upload size={16} aria-hidden />
        <span>
          {words.dropHere}
          <span className="font-medium text-ink underline underline-offset-4">{words.choose}</span>
        </span>
        <input
          id={id}
          type="file"
          multiple
          accept={ACCEPTED}
          className="sr-only"
          onChange={(event) => {
            onChange([...files, ...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {files.length > 0 && (
        <ul aria-label={words.toAdd} className="hairline-scroll mt-2 max-h-40 overflow-y-auto">
          {files.map((file, index) => (
            <li key={`${file.name}-${index}`} className="flex items-center gap-3 border-b border-rule py-1 text-sm">
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="text-xs text-ink-3 tabular">{formats.size(file.size)}</span>
              <IconButton
                label={words.leaveOut(file.name)}
                icon={<X size={14} />}
                size="sm"
                onClick={() => onChange(files.filter((_, other) => other !== index))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
