from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.md.j2'

def root(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_要点事项 = resolve('要点事项')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(60)
    yield '\n'
    yield from context.blocks['总体思路'][0](context)
    yield '\n'
    l_1_loop = missing
    for l_1_item, l_1_loop in LoopContext((undefined(name='要点事项') if l_0_要点事项 is missing else l_0_要点事项), undefined):
        _loop_vars = {}
        pass
        t_1(50)
        yield '\n'
        yield from context.blocks['题_部分'][0](context.derived({'item': l_1_item, 'loop': l_1_loop}))
        yield '\n'
        yield from context.blocks['题_事项'][0](context.derived({'item': l_1_item, 'loop': l_1_loop}))
        yield '\n'
        yield from context.blocks['事项'][0](context.derived({'item': l_1_item, 'loop': l_1_loop}))
        yield '\n'
        yield from context.blocks['责任单位'][0](context.derived({'item': l_1_item, 'loop': l_1_loop}))
        yield '\n'
    l_1_loop = l_1_item = missing

def block_总体思路(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(8)
    yield '\x11总体思路\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), 'overview', _block_vars=_block_vars)))
    yield '\n\x13'

def block_题_部分(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_item = resolve('item')
    l_0_anchor = resolve('anchor')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_2 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_3 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_4 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    pass
    t_1(10)
    yield '\x11题_部分\x12'
    if t_3(environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '部分')):
        pass
        yield escape(environment.finalize(context, t_4(None)))
    elif t_2(None):
        pass
        yield '# '
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_0_anchor is missing else l_0_anchor), (undefined(name='item') if l_0_item is missing else l_0_item), _block_vars=_block_vars)))
        yield escape(environment.finalize(context, environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '部分')))
    yield '\n\x13'

def block_题_事项(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_anchor = resolve('anchor')
    l_0_item = resolve('item')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(12)
    yield '\x11题_事项\x12### '
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_0_anchor is missing else l_0_anchor), (undefined(name='item') if l_0_item is missing else l_0_item), _block_vars=_block_vars)))
    yield escape(environment.finalize(context, environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '事项')))
    yield '\n\x13'

def block_事项(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_anchor = resolve('anchor')
    l_0_item = resolve('item')
    l_0_text = resolve('text')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    pass
    t_1(6)
    yield '\x11事项\x12'
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_0_anchor is missing else l_0_anchor), (undefined(name='item') if l_0_item is missing else l_0_item), _block_vars=_block_vars)))
    yield escape(environment.finalize(context, environment.call(context, (undefined(name='text') if l_0_text is missing else l_0_text), environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), 'key'), '正文', _block_vars=_block_vars)))
    yield '\n\x13'

def block_责任单位(context, missing=missing, environment=environment):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_item = resolve('item')
    l_0_anchor = resolve('anchor')
    try:
        t_1 = environment.filters[' count']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named ' count' found.")
    try:
        t_2 = environment.filters[' holds']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named ' holds' found.")
    try:
        t_3 = environment.filters[' lacks']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named ' lacks' found.")
    try:
        t_4 = environment.filters[' missing']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named ' missing' found.")
    pass
    t_1(17)
    yield '\x11责任单位\x12'
    if t_3(environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '责任单位')):
        pass
        yield escape(environment.finalize(context, t_4(None)))
    elif t_2(None):
        pass
        yield escape(environment.finalize(context, environment.call(context, (undefined(name='anchor') if l_0_anchor is missing else l_0_anchor), (undefined(name='item') if l_0_item is missing else l_0_item), _block_vars=_block_vars)))
        yield '**责任单位：**'
        yield escape(environment.finalize(context, environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '责任单位')))
        if t_3(environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '后缀')):
            pass
            yield escape(environment.finalize(context, t_4(None)))
        elif t_2(None):
            pass
            yield escape(environment.finalize(context, environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), '后缀')))
    yield '\n\x13'

blocks = {'总体思路': block_总体思路, '题_部分': block_题_部分, '题_事项': block_题_事项, '事项': block_事项, '责任单位': block_责任单位}
debug_info = '1=18&4=20&8=23&10=28&15=30&19=32&23=34&4=38&5=55&10=58&11=94&15=104&16=122&19=126&20=145&23=149&24=185'