"""Writes small.safetensors, a random BERT of Hugging Face's transformers, and small.json, what PyTorch computes with it: with rounded
weights and activations, and without. Run in this folder; needs torch, transformers and safetensors.
"""
import json
import sys

import torch
from transformers import BertConfig, BertModel

sys.path.insert(0, '..')
import rounding

torch.manual_seed(1)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float32)
POSITIONS = 24
net = BertModel(BertConfig(vocab_size=40, hidden_size=64, num_hidden_layers=2, num_attention_heads=4, intermediate_size=128,
                           max_position_embeddings=POSITIONS, layer_norm_eps=1e-12, initializer_range=.15), add_pooling_layer=False).eval()
head = torch.nn.Linear(2 * net.config.hidden_size, 16)
chance = torch.Generator().manual_seed(2)
story = torch.randn(2 * net.config.hidden_size, generator=chance) * .1, torch.randn(1, generator=chance)
for name, p in net.named_parameters():
    if name.endswith('bias') or 'LayerNorm' in name:
        p.data += .1 * torch.randn_like(p)
rounding.save(net, head, 'small.safetensors', story, positions=POSITIONS)
model = torch.nn.ModuleList([net, head])


def outputs(pieces):
    hidden = net(input_ids=torch.tensor([pieces])).last_hidden_state
    pooled = torch.cat([hidden.mean(1), hidden.max(1).values], 1)
    return head(pooled)[0].tolist() + (pooled[0] @ story[0] + story[1]).tolist()


texts = [torch.randint(0, 40, (n,)).tolist() for n in (1, 2, 3, 5, 6, 7, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 24)]
with torch.no_grad():
    plain = [outputs(t) for t in texts]
    rounding.wrap(model)
    rounded = [outputs(t) for t in texts]
with open('small.json', 'w') as f:
    for t, p, r in zip(texts, plain, rounded):
        print(json.dumps({'pieces': t, 'plain': [round(x, 6) for x in p], 'rounded': [round(x, 6) for x in r]}), file=f)
