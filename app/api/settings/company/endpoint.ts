/** @file PATCH /api/settings/company: the company's name, as everyone sees it. */
import { companyRequest } from "@/lib/contracts/setup";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";
import { renameCompany } from "@/lib/server/setup/company";

export const PATCH = route({ action: "company:manage", input: companyRequest }, async ({ actor, input }) => renameCompany((await services()).db, actor, input.name));
