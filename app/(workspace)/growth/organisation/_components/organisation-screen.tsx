/** @file OrganisationScreen: the heat map, unmet needs, completion, programmes beside a comparison group, courses, and importing them. */
"use client";

import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadOrganisation } from "@/lib/browser/growth-organisation";
import type { OrganisationView } from "@/lib/contracts/growth-organisation";
import { GrowthFrame } from "../../_components/growth-frame";
import { LinkRow } from "../../_components/link-row";
import { OFFERING } from "../offering/_components/words";
import { CourseImport } from "./course-import";
import { HeatMap } from "./heat-map";
import { ORGANISATION } from "./words";

export function OrganisationScreen() {
  const words = useWords(ORGANISATION);
  const offering = useWords(OFFERING);
  const formats = useFormats();
  const organisation = useResource("growth organisation", loadOrganisation);
  const { data } = organisation;
  return (
    <GrowthFrame title={words.title} summary={data && words.summary(data.counted, data.k)}>
      {organisation.waiting && <WaitingRows rows={8} height={36} label={words.title} />}
      {organisation.error !== undefined && <FailedPanel error={organisation.error} onRetry={organisation.reload} />}
      {data && (
        <div className="space-y-12">
          <div className="space-y-4">
            <p className="max-w-3xl text-sm text-ink-3">{words.asOf(formats.day(data.asOf), data.k)}</p>
            <HeatMap organisation={data} />
          </div>
          <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
            <Unmet organisation={data} />
            <Completion organisation={data} />
          </div>
          <Programmes organisation={data} />
          <Courses organisation={data} />
          {data.mayManage && <CourseImport onDone={organisation.reload} />}
          {data.mayManage && <LinkRow href="/growth/organisation/offering" title={offering.open} says={offering.openSays} className="max-w-2xl border-y" />}
        </div>
      )}
    </GrowthFrame>
  );
}

function Unmet({ organisation }: { organisation: OrganisationView }) {
  const words = useWords(ORGANISATION);
  const language = useLanguage();
  return (
    <section aria-labelledby="unmet">
      <h2 id="unmet" className="text-lg font-semibold tracking-tight">
        {words.unmet}
      </h2>
      {organisation.unmet.length === 0 && <p className="text-sm text-ink-2">{words.unmetNone}</p>}
      <ul className="mt-2">
        {organisation.unmet.map(({ skillId, people, courses }) => (
          <li key={skillId} className="flex justify-between gap-4 border-t border-rule py-2 text-sm tabular">
            <span className="font-medium">{organisation.names[skillId]?.[language] ?? skillId}</span>
            <span className={courses === 0 ? "text-no" : "text-ink-3"}>{`${words.people(people)} · ${words.coursesFor(courses)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Completion({ organisation: { completion } }: { organisation: OrganisationView }) {
  const words = useWords(ORGANISATION);
  return (
    <section aria-labelledby="completion">
      <h2 id="completion" className="text-lg font-semibold tracking-tight">
        {words.completion}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{completion ? words.completionSays(completion.people, Math.round(completion.stepsDone * 100), Math.round(completion.plansDone * 100)) : words.completionNone}</p>
    </section>
  );
}

function Programmes({ organisation: { programmes, k } }: { organisation: OrganisationView }) {
  const words = useWords(ORGANISATION);
  const language = useLanguage();
  return (
    <section aria-labelledby="programmes">
      <h2 id="programmes" className="text-lg font-semibold tracking-tight">
        {words.programmes}
      </h2>
      <p className="max-w-3xl text-sm text-ink-3">{words.programmesSays}</p>
      {programmes.length === 0 && <p className="mt-2 text-sm text-ink-2">{words.programmesNone}</p>}
      <ul className="mt-2">
        {programmes.map(({ id, title, effect }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-2 text-sm tabular">
            <span className="font-medium">{title[language]}</span>
            {effect === null ? (
              <span className="text-ink-3">{words.programmeFew(k)}</span>
            ) : (
              <span>
                {words.effect(effect.points, effect.low, effect.high)} <span className="text-ink-3">{words.effectPairs(effect.pairs, effect.low > 0 || effect.high < 0)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 30;

function Courses({ organisation }: { organisation: OrganisationView }) {
  const words = useWords(ORGANISATION);
  const language = useLanguage();
  return (
    <section aria-labelledby="courses" tabIndex={0} className="hairline-scroll overflow-x-auto">
      <h2 id="courses" className="text-lg font-semibold tracking-tight">
        {words.courses}
      </h2>
      <table className="mt-2 w-full min-w-[32rem] text-left text-sm tabular">
        <thead>
          <tr className="text-xs text-ink-3">
            {[words.course, words.meets, words.rating].map((name) => (
              <th key={name} className="py-1.5 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organisation.courses.slice(0, SHOWN).map((course) => (
            <tr key={course.id} className="border-t border-rule">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {course.title[language]}
              </th>
              <td className="py-1.5 pr-4">{course.closes === 0 ? "–" : words.people(course.closes)}</td>
              <td className="py-1.5 pr-4 text-ink-3">{course.rating === null ? words.noRating : words.ratingOf(course.rating, course.ratings)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
