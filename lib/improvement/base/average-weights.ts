/**
 * @file averageWeights: several trainings of one architecture from common weights, as one encoder. Runs that went on from the
 * same weights lie in one valley: their mean keeps what each learned and forgets less than any of them.
 * @source Wortsman et al. 2022, "Model soups: averaging weights of multiple fine-tuned models improves accuracy without
 * increasing inference time", ICML; Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", CVPR
 */
import { AppError } from "../../core/errors";
import type { NamedTensors } from "../../engine/named-tensors";

export interface WeightedModel {
  readonly name: string;
  readonly parameters: NamedTensors;
  /** Above 0; all shares together make 1 after scaling. */
  readonly share: number;
}

/** @throws AppError "config/invalid" when there is none, a share is not above 0, or tensors differ in name or size */
export function averageWeights(models: readonly WeightedModel[]): NamedTensors {
  const [first] = models;
  const total = models.reduce((sum, { share }) => sum + share, 0);
  if (!first || models.some(({ share }) => !(share > 0) || !Number.isFinite(share))) throw new AppError("config/invalid", "An average needs at least one model, each with a share above 0.");
  return new Map(
    [...first.parameters].map(([name, tensor]) => {
      const mean = new Float64Array(tensor.data.length);
      for (const { name: model, parameters, share } of models) {
        const own = parameters.get(name);
        if (!own || own.data.length !== tensor.data.length || parameters.size !== first.parameters.size) throw new AppError("config/invalid", `${model} is not of the same shape as ${first.name} (${name}).`);
        for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (share / total) * Number(own.data[i]);
      }
      return [name, { ...tensor, data: Float32Array.from(mean) }];
    }),
  );
}
