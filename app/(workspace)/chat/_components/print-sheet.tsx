/**
 * @file An answer on paper: question, answer with its numbered quotations, and the sources with document, heading and page.
 * Stands beside the page, shown by print CSS only (globals.css); prints as soon as it is drawn and goes away afterwards.
 */
"use client";

import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { HTML_LANG } from "@/app/_components/language/define-words";
import { useMe } from "@/app/_components/shell/me";
import { langOf, TERMS } from "@/app/_components/words";
import { answerRows, type AnswerRow, type Piece } from "@/lib/browser/answer-rows";
import type { Answer, CandidateCard, Citation } from "@/lib/contracts/evidence";
import { COMPOSER, PRINT } from "./words";

interface PrintSheetProps {
  readonly question: string;
  readonly answer: Answer;
  readonly onDone: () => void;
}

export function PrintSheet({ question, answer, onDone }: PrintSheetProps) {
  const words = useWords(PRINT);
  const { aiNotice } = useWords(COMPOSER);
  const formats = useFormats();
  const language = useLanguage();
  const { company } = useMe();
  const [printedAt] = useState(() => Date.now());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);
  useEffect(() => {
    const end = () => done.current();
    window.addEventListener("afterprint", end);
    // One frame later the sheet is in the page with its faces.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return createPortal(
    <article className="print-sheet" lang={HTML_LANG[language]} aria-label={words.sheet}>
      <p className="print-line">
        {company} · {words.from}
      </p>
      <h1 lang={langOf(question)}>{question}</h1>
      {answer.understoodAs !== null && (
        <p className="print-note">
          {words.understoodAs} <span lang={langOf(answer.understoodAs)}>{answer.understoodAs}</span>
        </p>
      )}
      {answerRows(answer.text, answer.citations).map((row, index) => (
        <Row key={index} row={row} />
      ))}
      {answer.candidates.length > 0 && <Candidates list={answer.candidates} />}
      {answer.citations.length > 0 && <Sources citations={answer.citations} />}
      <footer>
        {answer.wording?.fallback === null && <p lang={langOf(answer.wording.note)}>{answer.wording.note}</p>}
        <p>{aiNotice}</p>
        <p>{words.printed(formats.longDayTime(printedAt))}</p>
      </footer>
    </article>,
    document.body,
  );
}

function Row({ row }: { row: AnswerRow }) {
  if (row.type === "prose") {
    return (
      <p>
        {row.pieces.map((piece, index) => (
          <PrintedPiece key={index} piece={piece} />
        ))}
      </p>
    );
  }
  return (row.type === "quote" ? [row.citation] : row.citations).map((citation) => <Quote key={citation.number} citation={citation} />);
}

function PrintedPiece({ piece }: { piece: Piece }) {
  if (piece.type === "text") return <span lang={langOf(piece.text)}>{piece.text}</span>;
  if (piece.type === "marker") return <> [{piece.number}]</>;
  return (
    <>
      <q lang={langOf(piece.citation.quote)}>{piece.citation.quote}</q> [{piece.citation.number}]
    </>
  );
}

const Quote = ({ citation }: { citation: Citation }) => (
  <blockquote lang={langOf(citation.quote)}>
    {citation.quote} [{citation.number}]
  </blockquote>
);

function Candidates({ list }: { list: readonly CandidateCard[] }) {
  const terms = useWords(TERMS);
  return (
    <ol>
      {list.map((candidate) => (
        <li key={candidate.documentId}>
          <strong>{candidate.name ?? terms.namelessCandidate}</strong>
          {[candidate.title, candidate.location].filter((fact) => fact !== null).map((fact) => ` · ${fact}`)}
          <ul>
            {candidate.matches.map((match) => (
              <li key={match.part}>
                {match.part}
                {match.evidence[0] && (
                  <>
                    {" – "}
                    <q lang={langOf(match.evidence[0].quote)}>{match.evidence[0].quote}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Sources({ citations }: { citations: readonly Citation[] }) {
  const words = useWords(PRINT);
  const terms = useWords(TERMS);
  return (
    <section>
      <h2>{words.sources}</h2>
      <dl>
        {citations.map((citation) => (
          <div key={citation.number}>
            <dt>[{citation.number}]</dt>
            <dd>
              <strong lang={langOf(citation.title)}>{citation.title}</strong> ({terms.kind[citation.kind]})
              {citation.headings.filter((heading) => heading !== citation.title).map((heading) => ` › ${heading}`)}
              {citation.page !== null && ` · ${terms.page(citation.page)}`}
              {citation.ocr !== undefined && ` · ${terms.recognised(citation.ocr)}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
