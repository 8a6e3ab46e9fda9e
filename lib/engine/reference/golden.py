"""Writes golden.json: values and gradients of losses, layers and AdamW as PyTorch computes them in float64.

    apt-get install -y python3-torch libopenblas0-openmp && /usr/bin/python3 lib/engine/reference/golden.py
"""
import datetime, json, math, os, platform
import torch
import torch.nn.functional as F

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)
cases = {}


def pack(t):
    return {"shape": list(t.shape), "data": [float(f"{v:.15g}") for v in t.detach().reshape(-1).tolist()]}


def case(name, inputs, build):
    """inputs: name -> tensor; floats get gradients, whole numbers are ids."""
    leaves = {k: v.clone().requires_grad_() if v.is_floating_point() else v for k, v in inputs.items()}
    loss = build(**leaves)
    loss.backward()
    cases[name] = {
        "inputs": {k: {**pack(v), "ids": not v.is_floating_point()} for k, v in leaves.items()},
        "loss": loss.item(),
        "gradients": {k: pack(v.grad) for k, v in leaves.items() if v.is_floating_point() and v.grad is not None},
    }


R = torch.randn
unit = lambda *s: F.normalize(R(*s), dim=1)
case("gelu", {"x": R(3, 4)}, lambda x: F.gelu(x).sum())
case("gelu tanh", {"x": R(3, 4)}, lambda x: (0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))).sum())


def contrastive(q, p, ignore, symmetric):
    s = 20 * q @ p.T - 1e4 * ignore
    t = torch.arange(len(q))
    a = F.cross_entropy(s, t)
    return (a + F.cross_entropy(s[:, : len(q)].T, t)) / 2 if symmetric else a


ignore = torch.zeros(3, 5)
ignore[0, 1] = ignore[2, 4] = 1
ids = torch.tensor
case("contrastive", {"q": unit(3, 4), "p": unit(5, 4)}, lambda q, p: contrastive(q, p, torch.zeros(3, 5), False))
case("contrastive symmetric with ignored", {"q": unit(3, 4), "p": unit(5, 4)}, lambda q, p: contrastive(q, p, ignore, True))
case("cross-entropy", {"s": R(4, 3), "y": ids([2, 0, 1, 2])}, lambda s, y: F.cross_entropy(s, y))
case(
    "cross-entropy weights smoothing",
    {"s": R(4, 3), "y": ids([2, 0, 1, 2])},
    lambda s, y: F.cross_entropy(s, y, weight=ids([0.5, 1.0, 2.0]), label_smoothing=0.1),
)
case("cross-entropy padding", {"s": R(4, 3), "y": ids([2, 0, 1, 2])}, lambda s, y: F.cross_entropy(s[:3], y[:3]))
case("binary cross-entropy", {"s": 3 * R(2, 3), "t": torch.rand(2, 3)}, lambda s, t: F.binary_cross_entropy_with_logits(s, t))
case("mean squared error", {"a": R(2, 3), "b": R(2, 3)}, lambda a, b: F.mse_loss(a, b))
case("cosine error", {"a": unit(3, 4), "b": unit(3, 4), "t": torch.rand(3, 1)}, lambda a, b, t: F.mse_loss((a * b).sum(1, keepdim=True), t))
case(
    "margin error",
    {"q": R(3, 4), "r": R(3, 4), "w": R(3, 4), "m": R(3, 1)},
    lambda q, r, w, m: F.mse_loss((q * r).sum(1, keepdim=True) - (q * w).sum(1, keepdim=True), m),
)
case(
    "score distillation",
    {"s": R(3, 4), "t": R(3, 4)},
    lambda s, t: 4 * F.kl_div(F.log_softmax(s / 2, -1), F.log_softmax(t.detach() / 2, -1), log_target=True, reduction="batchmean"),
)
case("layer norm", {"x": R(3, 4), "g": R(4), "b": R(4), "w": R(3, 4)}, lambda x, g, b, w: (F.layer_norm(x, (4,), g, b, 1e-6) * w).sum())
case("mean pool", {"x": R(2, 3, 4), "w": R(2, 4)}, lambda x, w: (F.normalize(torch.stack([x[0, :2].mean(0), x[1].mean(0)]), dim=1) * w).sum())

gru = torch.nn.GRU(3, 2, batch_first=True)
names = ["weight_ih", "bias_ih", "weight_hh", "bias_hh"]


def run_gru(x, w, **p):
    out, h = [], torch.zeros(2, 2)
    lengths = [4, 3]
    for t in range(4):
        gi, gh = F.linear(x[:, t], p["weight_ih"], p["bias_ih"]), F.linear(h, p["weight_hh"], p["bias_hh"])
        (ir, iz, inn), (hr, hz, hn) = gi.chunk(3, 1), gh.chunk(3, 1)
        r, z = torch.sigmoid(ir + hr), torch.sigmoid(iz + hz)
        n = torch.tanh(inn + r * hn)
        m = ids([float(t < l) for l in lengths])[:, None]
        h = m * (n + z * (h - n)) + (1 - m) * h
        out.append(h)
    return (torch.stack(out, 1) * w).sum()


parameters = {n: getattr(gru, n + "_l0").detach() for n in names}
x = R(2, 4, 3)
# The formulas above are PyTorch's own: the row without padding gives nn.GRU's states.
with torch.no_grad():
    assert torch.allclose(gru(x[:1])[0].sum(), run_gru(x, torch.stack([torch.ones(4, 2), torch.zeros(4, 2)]), **parameters))
case("gru", {"x": x, "w": R(2, 4, 2), **parameters}, run_gru)
case("conv1d", {"x": R(2, 3, 5), "weight": R(4, 3, 3), "bias": R(4), "w": R(2, 4, 5)}, lambda x, weight, bias, w: (F.conv1d(x, weight, bias, padding=1) * w).sum())
case(
    "conv2d and max pool",
    {"x": R(2, 2, 5, 5), "weight": R(3, 2, 2, 2), "bias": R(3), "w": R(2, 3, 2, 2)},
    lambda x, weight, bias, w: (F.max_pool2d(F.conv2d(x, weight, bias), 2) * w).sum(),
)

# AdamW: five steps, decay on the matrix and not on the bias, gradients clipped to a global norm of 1.
weight, bias = R(3, 2), R(3)
start = {"weight": pack(weight), "bias": pack(bias)}
weight.requires_grad_(), bias.requires_grad_()
groups = [{"params": [weight], "weight_decay": 0.1}, {"params": [bias], "weight_decay": 0}]
optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8)
steps = []
for step in range(5):
    rate = 0.01 * (step + 1)
    weight.grad, bias.grad = (3 if step % 2 else 0.1) * R(3, 2), 0.1 * R(3)
    gradients = {"weight": pack(weight.grad), "bias": pack(bias.grad)}
    norm = torch.nn.utils.clip_grad_norm_([weight, bias], 1.0)
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.step()
    steps.append({"learningRate": rate, "gradients": gradients, "norm": norm.item(), "weight": pack(weight), "bias": pack(bias)})



def ranking(a, b):
    s = 20 * (a * b).sum(1)
    y = torch.tensor([5.0, 1.0, 3.0, 3.0])
    wrong = [s[j] - s[i] for i in range(4) for j in range(4) if y[i] > y[j]]
    return torch.logsumexp(torch.stack([torch.zeros(()), *wrong]), 0)


case("similarity ranking", {"a": unit(4, 4), "b": unit(4, 4)}, ranking)

here = os.path.dirname(os.path.abspath(__file__))
golden = {
    "producedBy": "PyTorch, float64, CPU",
    "command": "/usr/bin/python3 lib/engine/reference/golden.py",
    "versions": {"torch": torch.__version__, "python": platform.python_version()},
    "date": datetime.date.today().isoformat(),
    "cases": cases,
    "adamw": {"beta1": 0.9, "beta2": 0.98, "epsilon": 1e-8, "weightDecay": 0.1, "clipNorm": 1, "start": start, "steps": steps},
}
with open(os.path.join(here, "golden.json"), "w") as file:
    json.dump(golden, file, indent=1)
    file.write("\n")
