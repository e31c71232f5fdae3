"""Fake quantisation, exactly as read/encoder computes. Use:

    import rounding
    net = AutoModel.from_pretrained(path); net.encoder.layer = net.encoder.layer[:3]
    rounding.wrap(model)              # after model (with its head, an nn.Linear) is built, before the optimiser is
    ...train; float16/bfloat16 autocast is fine: whole numbers up to 127 are exact in it...
    rounding.save(model.n, model.o, 'encoder.safetensors')   # BertModel, the last Linear

wrap keeps every parameter where it is (same names, same state_dict); it only changes what forward computes.
Gradients go straight through the rounding. rounding.ON = False computes in floats again (to compare).
Token types: the Go side knows type 0 only, so pass token_type_ids of zeros (or none).
"""
import types

import torch
import torch.nn.functional as F

ON = True
RUN = 32      # inputs that share a multiplier
STEP = 126.0  # a row's largest weight is so many steps: 7 * 18
TINY = 1e-30  # what is smaller than this in all places counts as zero


def nearest(x):
    """Rounds to the nearest whole number, half away from zero (torch.round would go to even)."""
    return torch.sign(x) * torch.floor(torch.abs(x) + 0.5)


@torch.no_grad()
def parts(w):
    """Of rows of weights [n, k], k a multiple of 32: scale [n,1], multipliers [n, k/32, 1] in 1..18, q [n, k/32, 32] in -7..7."""
    w = w.detach().float()
    runs = w.reshape(w.shape[0], -1, RUN)
    scale = w.abs().amax(1, keepdim=True) / STEP
    scale = torch.where(scale < TINY, torch.zeros_like(scale), scale)
    s = torch.where(scale == 0, torch.ones_like(scale), scale).unsqueeze(2)
    m = torch.ceil(runs.abs().amax(2, keepdim=True) / (7 * s)).clamp(1, 18)
    q = nearest(runs / (m * s)).clamp(-7, 7)
    return scale, m, torch.where(scale.unsqueeze(2) == 0, torch.zeros_like(q), q)


def weight(w):
    """Whole-number weights q*m (|.| <= 126) that carry the gradient of w/scale, and the scale [n,1]."""
    scale, m, q = parts(w)
    s = torch.where(scale == 0, torch.ones_like(scale), scale)
    whole = (q * m).reshape(w.shape)
    x = w.float() / s
    return x + (whole - x).detach(), s


def activation(a):
    """Whole-number activations in -127..127 per position that carry the gradient of a/scale, and the scale [...,1]."""
    a = a.float()
    top = a.detach().abs().amax(-1, keepdim=True)
    zero = top < TINY
    top = torch.where(zero, torch.full_like(top, 127.0), top)
    x = a * (127.0 / top)
    whole = torch.where(zero, torch.zeros_like(x), nearest(x)).detach()
    return x + (whole - x).detach(), top / 127.0


def linear(s, a):
    if not ON:
        return F.linear(a, s.weight, s.bias)
    x, sa = activation(a)
    w, sw = weight(s.weight)
    return F.linear(x, w).float() * (sa * sw.squeeze(1)) + s.bias


def embedding(s, ids):
    """Rows are quantised each by itself, so only those looked up are computed."""
    rows = F.embedding(ids, s.weight)
    if not ON:
        return rows
    w, scale = weight(rows.reshape(-1, rows.shape[-1]))
    return (w * scale).reshape(rows.shape)


def places(net):
    """Position and token type 0 as one table, which is what the file holds."""
    e = net.embeddings
    return e.position_embeddings.weight + e.token_type_embeddings.weight[0]


def _bert_embeddings(s, input_ids=None, token_type_ids=None, position_ids=None, inputs_embeds=None, past_key_values_length=0):
    n = input_ids.shape[1]
    table = (s.position_embeddings.weight[:n] + s.token_type_embeddings.weight[0])
    if ON:
        w, scale = weight(table)
        table = w * scale
    return s.dropout(s.LayerNorm(s.word_embeddings(input_ids) + table.unsqueeze(0)))


def wrap(model):
    """Makes every nn.Linear and the embeddings of BertModel inside model compute with quantised weights and activations."""
    for module in model.modules():
        if isinstance(module, torch.nn.Linear):
            module.forward = types.MethodType(linear, module)
        if type(module).__name__ == 'BertEmbeddings':
            module.word_embeddings.forward = types.MethodType(embedding, module.word_embeddings)
            module.forward = types.MethodType(_bert_embeddings, module)
    return model


@torch.no_grad()
def load(net, tensors):
    """Makes a BertModel of what save wrote, but for the head."""
    layers = 1 + max(int(k.split('.')[1]) for k in tensors if k.startswith('layer.'))
    net.encoder.layer = net.encoder.layer[:layers]
    e = net.embeddings
    e.word_embeddings = torch.nn.Embedding.from_pretrained(tensors['piece'])
    e.position_embeddings.weight[:len(tensors['position'])] = tensors['position']
    e.token_type_embeddings.weight.zero_()
    e.LayerNorm.weight.copy_(tensors['norm.weight']); e.LayerNorm.bias.copy_(tensors['norm.bias'])
    for i, l in enumerate(net.encoder.layer):
        for name, m in parts_of(l).items():
            m.weight.copy_(tensors[f'layer.{i}.{name}.weight']); m.bias.copy_(tensors[f'layer.{i}.{name}.bias'])


def parts_of(l):
    """A layer's parts by the names that the file has for them."""
    at = l.attention
    return {'query': at.self.query, 'key': at.self.key, 'value': at.self.value, 'attention': at.output.dense,
            'attention.norm': at.output.LayerNorm, 'grow': l.intermediate.dense, 'shrink': l.output.dense,
            'shrink.norm': l.output.LayerNorm}


def save(net, head, path, story=None, positions=160):
    """Writes the float32 weights for internal/train/encoder, which quantises them as above. story.py writes the story."""
    from safetensors.torch import save_file
    c = net.config
    word = net.embeddings.word_embeddings.weight
    out = {
        'piece': word,
        'position': places(net)[:positions],
        'norm.weight': net.embeddings.LayerNorm.weight, 'norm.bias': net.embeddings.LayerNorm.bias,
        'output.weight': head.weight, 'output.bias': head.bias,
        'story.weight': story[0].unsqueeze(0) if story else torch.zeros(1, 2 * c.hidden_size), 'story.bias': story[1] if story else torch.zeros(1),
    }
    for i, l in enumerate(net.encoder.layer):
        for name, m in parts_of(l).items():
            out[f'layer.{i}.{name}.weight'], out[f'layer.{i}.{name}.bias'] = m.weight, m.bias
    save_file({k: v.detach().float().contiguous().clone() for k, v in out.items()}, path,
              {'heads': str(c.num_attention_heads)})
