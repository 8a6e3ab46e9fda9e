"""Child process of `bench train`: the same encoder, loss and AdamW in PyTorch. Protocol: our-trainer.ts."""
import json, math, resource, sys, time
import numpy as np
import torch
import torch.nn.functional as F

folder = sys.argv[1]
case = json.load(open(f"{folder}/case.json"))
config = case["config"]
torch.set_num_threads(case["threads"])
N, T, H, A, EPS = case["pairs"], case["length"], config["hiddenSize"], config["heads"], config["layerNormEps"]


def read(name, kind, shape):
    return torch.from_numpy(np.fromfile(f"{folder}/{name}.bin", kind).reshape(shape).copy())


weights = {name: read(name, np.float32, dims).requires_grad_() for name, dims in case["tensors"]}
sides = {s: (read(s + ".ids", np.int32, (N, T)).long(), read(s + ".mask", np.float32, (N, T))) for s in ("queries", "passages")}


def encode(W, ids, mask):
    linear = lambda x, name: F.linear(x, W[name + ".weight"], W[name + ".bias"])
    norm = lambda x, name: F.layer_norm(x, (H,), W[name + ".weight"], W[name + ".bias"], EPS)
    mask = mask.to(W["embeddings.LayerNorm.weight"].dtype)
    x = F.embedding(ids, W["embeddings.word_embeddings.weight"])
    x = norm(x + W["embeddings.position_embeddings.weight"][:T] + W["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    penalty = ((mask - 1) * 1e4)[:, None, None, :]
    for layer in range(config["layers"]):
        at = f"encoder.layer.{layer}."
        q, k, v = (linear(x, at + "attention.self." + part).view(N, T, A, H // A).transpose(1, 2) for part in ("query", "key", "value"))
        mixed = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(H // A) + penalty, -1) @ v
        x = norm(x + linear(mixed.transpose(1, 2).reshape(N, T, H), at + "attention.output.dense"), at + "attention.output.LayerNorm")
        x = norm(x + linear(F.gelu(linear(x, at + "intermediate.dense")), at + "output.dense"), at + "output.LayerNorm")
    share = mask[..., None]
    return F.normalize((x * share).sum(1) / share.sum(1), dim=1)


def gradients(W):
    for w in W.values():
        w.grad = None
    scores = case["scale"] * encode(W, *sides["queries"]) @ encode(W, *sides["passages"]).T
    labels = torch.arange(N)
    loss = (F.cross_entropy(scores, labels) + F.cross_entropy(scores.T, labels)) / 2
    loss.backward()
    return loss.item()


def save():
    """The last float32 gradients, and the same computed in float64: the truth that both trainers are held against."""
    exact = {name: w.detach().double().requires_grad_() for name, w in weights.items()}
    gradients(exact)
    for name, w in weights.items():
        w.grad.numpy().tofile(f"{folder}/torch {name}.bin")
        exact[name].grad.float().numpy().tofile(f"{folder}/exact {name}.bin")


groups = [{"params": [w for w in weights.values() if w.dim() > 1], "weight_decay": 0.01}, {"params": [w for w in weights.values() if w.dim() == 1], "weight_decay": 0}]
optimizer = torch.optim.AdamW(groups, lr=1e-4)

for line in sys.stdin:
    command, start, reply = line.strip(), time.perf_counter(), {}
    if command == "end":
        reply = {"peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "version": torch.__version__}
    elif command == "save":
        save()
    else:
        loss = gradients(weights)
        if command == "step":
            optimizer.step()
        reply = {"loss": loss, "ms": 1000 * (time.perf_counter() - start)}
    print(json.dumps(reply), flush=True)
